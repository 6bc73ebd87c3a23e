import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StartError } from './errors.ts'

/** Small files that outlive the cloud, when it was given a folder; otherwise nothing is read or written. */
export interface Keep {
  readonly folder: string | undefined
  read<Content>(name: string): Content | undefined
  write(name: string, content: unknown): void
}

const forgetful: Keep = { folder: undefined, read: () => undefined, write: () => undefined }

export const openKeep = (folder: string | undefined): Keep => {
  if (folder === undefined) return forgetful
  try {
    mkdirSync(folder, { recursive: true })
  } catch (cause) {
    throw new StartError(`--data ${folder} is not a folder that can be written`, { cause })
  }
  return {
    folder,
    read: (name) => {
      const file = join(folder, name)
      return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
    },
    // Secrets and a private key: for their owner's eyes.
    write: (name, content) => writeFileSync(join(folder, name), JSON.stringify(content), { mode: 0o600 }),
  }
}
