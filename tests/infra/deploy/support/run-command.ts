import { spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectFolder } from '#infra/bundle/door-entries.ts'

export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** A machine without AWS credentials of its own: nothing that is set up here may leak in. */
const bareEnvironment = (): Readonly<Record<string, string>> => {
  const home = mkdtempSync(join(tmpdir(), 'baton-home-'))
  return { PATH: process.env.PATH ?? '', HOME: home, AWS_EC2_METADATA_DISABLED: 'true' }
}

/** The keys of somebody, and the endpoint at which they hold. */
export const signedInAt = (url: string): Readonly<Record<string, string>> => ({
  AWS_ENDPOINT_URL: url,
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'secret',
})

/** Runs one of the deployment's commands as npm does. */
export const runCommand = (
  command: 'agent' | 'deploy' | 'destroy' | 'diff' | 'doctor',
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Ran> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(projectFolder, 'infra/deploy', `${command}.ts`), ...words], {
      cwd: projectFolder,
      env: { ...bareEnvironment(), ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let [out, err] = ['', '']
    child.stdout.on('data', (chunk) => {
      out += chunk
    })
    child.stderr.on('data', (chunk) => {
      err += chunk
    })
    child.once('error', reject)
    child.once('close', (code) => resolve({ code: code ?? -1, out, err }))
  })
