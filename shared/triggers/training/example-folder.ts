import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ExampleLine, readExamples } from './example-lines.ts'

/** Triggers that a classifier is trained for, in the order of its heads: a new one goes to the end. */
export const learnt = [
  'asked-for-human',
  'frustration',
  'billing-dispute',
  'cancellation',
  'distress',
  'legal',
] as const

/** Every authored line below `<folder>/<language>/<trigger>.txt`, in the same order on every machine. */
export const readExampleFolder = (folder: string): readonly ExampleLine[] =>
  readdirSync(folder)
    .sort()
    .flatMap((language) =>
      readdirSync(join(folder, language))
        .filter((file) => file.endsWith('.txt'))
        .sort()
        .flatMap((file) => {
          const content = readFileSync(join(folder, language, file), 'utf8')
          return readExamples({ trigger: file.replace(/\.txt$/, ''), language, content }, learnt)
        }),
    )
