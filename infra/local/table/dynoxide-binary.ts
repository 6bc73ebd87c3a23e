import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { StartError } from '../stack/errors.ts'

/** The DynamoDB emulator's binary for this machine, out of its npm package. */
export const dynoxideBinary = (platform: string = process.platform, architecture: string = process.arch): string => {
  const name = `@dynoxide/${platform}-${architecture}`
  const missing = (cause?: unknown) =>
    new StartError(
      `no DynamoDB emulator for ${platform}-${architecture}: npm package ${name} is not installed; install it, or set DYNAMODB_ENDPOINT to the URL of a DynamoDB (such as http://127.0.0.1:8000)`,
      { cause },
    )
  try {
    const folder = dirname(createRequire(import.meta.url).resolve(`${name}/package.json`))
    const binary = join(folder, platform === 'win32' ? 'dynoxide.exe' : 'dynoxide')
    if (existsSync(binary)) return binary
  } catch (cause) {
    throw missing(cause)
  }
  throw missing()
}
