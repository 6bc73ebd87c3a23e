import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

/** The project's own virtual environment, with what was asked for in it. */
export interface PythonTools {
  readonly python: string
  /** A command that one of the packages brings. */
  bin(name: string): string
  readonly sitePackages: string
}

export interface PythonToolsOptions {
  /** @default python3 (python on Windows) */
  readonly python?: string
  /** @default .local/python of the project */
  readonly folder?: string
  readonly say?: (line: string) => void
}

const run = promisify(execFile)
const onWindows = process.platform === 'win32'
const scripts = onWindows ? 'Scripts' : 'bin'
const ownFolder = fileURLToPath(new URL('../../.local/python', import.meta.url))

const firstLine = (error: unknown): string => {
  const { stderr = '', message = '' } = error as { readonly stderr?: string; readonly message?: string }
  const lines = `${stderr}\n${message}`.split('\n').filter((line) => line.trim() !== '')
  return lines.find((line) => /error|no module|enoent|not/i.test(line)) ?? lines[0] ?? 'it gave no reason'
}

const pinned = /^([A-Za-z0-9._-]+)==([A-Za-z0-9.]+)$/

/** The folder that pip leaves for an installed package: its name with underscores, and the version. */
const traceOf = (requirement: string): string => {
  const [, name, version] = pinned.exec(requirement) ?? []
  if (!name) throw new Error(`a requirement must be pinned, as in botocore==1.2.3, not ${requirement}`)
  return `${name.toLowerCase().replace(/[-.]+/g, '_')}-${version}.dist-info`
}

const sitePackagesOf = async (folder: string): Promise<string | undefined> => {
  if (onWindows) return join(folder, 'Lib', 'site-packages')
  const versions = await readdir(join(folder, 'lib')).catch(() => [])
  const version = versions.find((name) => name.startsWith('python3'))
  return version && join(folder, 'lib', version, 'site-packages')
}

const missing = async (folder: string, requirements: readonly string[]): Promise<string[]> => {
  const installed = await readdir((await sitePackagesOf(folder)) ?? folder).catch(() => [])
  const traces = new Set(installed.map((name) => name.toLowerCase()))
  return requirements.filter((one) => !traces.has(traceOf(one)))
}

/** A folder that an interrupted run left half made is made again: pip is what comes last. */
const makeEnvironment = async (folder: string, python: string): Promise<void> => {
  const own = join(folder, scripts, 'python')
  const whole = existsSync(join(folder, scripts)) && (await run(own, ['-m', 'pip', '--version']).catch(() => undefined))
  if (whole) return
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  await run(python, ['-m', 'venv', folder])
}

/**
 * Pinned Python packages, installed once into a virtual environment of the project's own. Undefined, with one plain
 * line said about it, where there is no Python, no venv module or no way to the packages.
 */
export const pythonTools = async (
  requirements: readonly string[],
  { python = onWindows ? 'python' : 'python3', folder = ownFolder, say = console.log }: PythonToolsOptions = {},
): Promise<PythonTools | undefined> => {
  const own = join(folder, scripts, 'python')
  const lacking = await missing(folder, requirements)
  if (lacking.length > 0) {
    const version = await run(python, ['--version']).catch(() => undefined)
    if (!version) return void say(`Python is not there (no ${python}): ${requirements.join(', ')} cannot be used here`)
    try {
      await makeEnvironment(folder, python)
    } catch (error) {
      return void say(`${python} cannot make a virtual environment: ${firstLine(error)}`)
    }
    try {
      say(`installing ${lacking.join(', ')} into ${folder}`)
      await run(own, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...lacking], {
        maxBuffer: 16_777_216,
      })
    } catch (error) {
      return void say(`pip cannot install ${lacking.join(', ')}: ${firstLine(error)}`)
    }
  }
  const sitePackages = await sitePackagesOf(folder)
  if (!sitePackages) return void say(`${folder} is no virtual environment`)
  return { python: own, bin: (name) => join(folder, scripts, name), sitePackages }
}
