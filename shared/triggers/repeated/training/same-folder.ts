import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readFollowUps } from './follow-ups.ts'
import { blocks, type Group, readGroups, withoutHeadings } from './groups.ts'

/** Everything that was authored about asking the same. */
export interface SameExamples {
  readonly groups: readonly Group[]
  /** What customers say between their questions, by language. */
  readonly talk: Readonly<Record<string, readonly string[]>>
  /** The customer's side of whole conversations in which nothing is asked three times. */
  readonly dialogues: readonly (readonly string[])[]
  /** By language: lines of `meaning: form form`. */
  readonly meanings: Readonly<Record<string, string>>
}

const GROUPS = /^([a-z]{2})\.txt$/
const FOLLOW_UPS = /^([a-z]{2})-follow-ups\.txt$/
const TALK = /^([a-z]{2})-talk\.txt$/

/** `<language>.txt` of groups, `<language>-follow-ups.txt`, `<language>-talk.txt`, `<language>-dialogues.txt`, `meanings/<language>.txt`. */
export const readSameFolder = (folder: string): SameExamples => {
  const names = readdirSync(folder).sort()
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8')
  const bare = (name: string): readonly (readonly string[])[] => blocks(read(name)).map(withoutHeadings)
  const meanings = existsSync(join(folder, 'meanings')) ? readdirSync(join(folder, 'meanings')).sort() : []
  return {
    groups: names.flatMap((name) => {
      const language = GROUPS.exec(name)?.[1]
      const following = FOLLOW_UPS.exec(name)?.[1]
      if (following !== undefined) return readFollowUps(following, read(name))
      return language === undefined ? [] : readGroups(language, read(name))
    }),
    talk: Object.fromEntries(
      names.flatMap((name) => {
        const language = TALK.exec(name)?.[1]
        return language === undefined ? [] : [[language, bare(name).flat()]]
      }),
    ),
    dialogues: names
      .filter((name) => name.endsWith('-dialogues.txt'))
      .flatMap(bare)
      .filter((dialogue) => dialogue.length > 0),
    meanings: Object.fromEntries(meanings.map((name) => [name.replace('.txt', ''), read(join('meanings', name))])),
  }
}
