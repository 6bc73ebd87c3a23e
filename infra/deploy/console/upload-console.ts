import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ConsoleSettings, settingsFile } from '../../console/console-settings.ts'
import { cacheControlOf, contentTypeOf, lastingFolder } from '../../console/page-headers.ts'

/** The bucket behind the console's address. */
export interface ConsoleFiles {
  put(
    key: string,
    body: Uint8Array,
    how: { readonly contentType: string; readonly cacheControl: string },
  ): Promise<void>
}

/** What the page names has to be there before the page: parts first, then what it is told, then the page itself. */
const rankOf = (name: string): number => (name.startsWith(lastingFolder) ? 0 : name === 'index.html' ? 2 : 1)

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))

/**
 * Puts a built console where its address leads. Parts of earlier builds stay: a page that is open still asks for them.
 * @returns how many files it has
 */
export const uploadConsole = async (
  files: ConsoleFiles,
  folder: string,
  settings: ConsoleSettings,
): Promise<number> => {
  const names = [...filesIn(folder), settingsFile].toSorted((one, other) => rankOf(one) - rankOf(other))
  for (const name of names) {
    const body = name === settingsFile ? Buffer.from(JSON.stringify(settings)) : readFileSync(join(folder, name))
    await files.put(name, body, { contentType: contentTypeOf(name), cacheControl: cacheControlOf(name) })
  }
  return names.length
}
