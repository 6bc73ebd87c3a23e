import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Loader, type Message, transform } from 'esbuild'
import type { BatonConfigInput } from '#shared/config/config.ts'
import { ConfigError } from '#shared/config/errors.ts'

const loaders: Readonly<Record<string, Loader>> = { '.ts': 'ts', '.mts': 'ts', '.js': 'js', '.mjs': 'js' }

/** What cannot be asked of a module, because JavaScript lets the last one win in silence. */
const twice = 'duplicate-object-key'

/** What a company wrote, not yet checked. @throws {ConfigError} where it cannot be read, or says one thing twice */
export const readConfigFile = async (path: string): Promise<BatonConfigInput> => {
  const faults = await faultsInSource(path)
  if (faults.length > 0) throw new ConfigError(faults)
  const module = await import(pathToFileURL(path).href).catch((cause: unknown) => {
    throw new ConfigError([`config: ${path} cannot be read: ${firstLine(cause)}`])
  })
  const written: unknown = module.default
  if (typeof written === 'object' && written !== null && !Array.isArray(written)) return written as BatonConfigInput
  throw new ConfigError([`config: ${path} is not a configuration: must export an object by default`])
}

const faultsInSource = async (path: string): Promise<readonly string[]> => {
  const loader = loaders[extname(path)]
  if (!loader) return [`config: ${path} cannot be read: must be a file of TypeScript or JavaScript`]
  const source = await readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => cause)
  if (typeof source !== 'string')
    return [`config: ${path} cannot be read: ${absence[source.code ?? ''] ?? source.message}`]
  const { warnings, errors } = await transform(source, { loader, logLevel: 'silent' })
    .then(({ warnings }) => ({ warnings, errors: [] }))
    .catch((failure: { readonly errors: Message[] }) => ({ warnings: [], errors: failure.errors }))
  return [
    ...errors.map((error) => `config: ${place(path, error)} cannot be read: ${error.text}`),
    ...warnings.filter(({ id }) => id === twice).map((warning) => `config: ${place(path, warning)}: ${given(warning)}`),
  ]
}

const absence: Readonly<Record<string, string>> = { ENOENT: 'there is no such file', EISDIR: 'it is a folder' }

const place = (path: string, { location }: Message): string => (location ? `${path}:${location.line}` : path)

/** esbuild's words are `Duplicate key "care" in object literal`. */
const given = ({ text }: Message): string =>
  `${/"(?:[^"\\]|\\.)*"/.exec(text)?.[0] ?? text} is given twice: must be given once, the last would hide the first`

const firstLine = (cause: unknown): string =>
  (cause instanceof Error ? cause.message : String(cause)).split('\n')[0] ?? ''
