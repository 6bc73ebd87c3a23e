import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ConsoleSettings } from '../../console/console-settings.ts'
import { type ConsoleFiles, uploadConsole } from './upload-console.ts'

/** Builds the console anew and uploads it, so that it is always of one piece with the API that was deployed. */
export const buildAndUpload = async (files: ConsoleFiles, settings: ConsoleSettings): Promise<number> => {
  const folder = await mkdtemp(join(tmpdir(), 'baton-console-'))
  try {
    const { buildConsole } = await import('../../console/build-console.ts')
    await buildConsole(folder)
    return await uploadConsole(files, folder, settings)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
