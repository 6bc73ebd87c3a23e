import { join } from 'node:path'
import { projectFolder } from '#infra/bundle/door-entries.ts'
import { readExampleFolder } from '#shared/triggers/training/example-folder.ts'
import { expand } from '#shared/words/training/expand.ts'
import { pick, seededRandom } from '#shared/words/training/random.ts'

export interface TriggerTexts {
  /** Messages as customers write them, in every language that examples are authored in. */
  readonly messages: readonly string[]
  /** 4,000 characters each, of messages of one language: with full stops, run on, and by lines. */
  readonly letters: readonly string[]
}

const LETTER = 4_000
const MESSAGES_PER_LANGUAGE = 150
const LETTERS_PER_GLUE = 5
const glues = ['. ', ' ', '\n'] as const

export const triggerTexts = (): TriggerTexts => {
  const random = seededRandom(11)
  const lines = readExampleFolder(join(projectFolder, 'shared/triggers/examples'))
  const languages = [...Map.groupBy(lines, ({ language }) => language).values()].map((own) =>
    own.map(({ text }) => expand(text, 1, random)[0] ?? text),
  )
  const some = (texts: readonly string[]): readonly string[] =>
    Array.from({ length: MESSAGES_PER_LANGUAGE }, () => pick(texts, random) ?? '')
  const letter = (texts: readonly string[], glue: string): string => {
    let written = ''
    while (written.length < LETTER) written += `${pick(texts, random)}${glue}`
    return written.slice(0, LETTER)
  }
  return {
    messages: languages.flatMap(some),
    letters: languages.flatMap((texts) =>
      glues.flatMap((glue) => Array.from({ length: LETTERS_PER_GLUE }, () => letter(texts, glue))),
    ),
  }
}
