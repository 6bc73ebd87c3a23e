import { matchAt } from './match.ts'
import type { Phrase } from './phrase.ts'
import { excerpt, read } from './reading.ts'

/** A company writes plain words: nothing in them has a meaning of its own here. */
export const literally = (source: string): Phrase =>
  read(source).words.map(({ text }) => ({
    element: { kind: 'word', exact: new Set([text]), stems: [], number: false },
    optional: false,
  }))

/** The words of the message that are one of the phrases. */
export const saidIn = (message: string, phrases: readonly Phrase[]): string | undefined => {
  const reading = read(message)
  for (const steps of phrases)
    for (let at = 0; at < reading.words.length; at++) {
      const end = matchAt(reading.words, at, steps)
      if (end !== undefined) return excerpt(reading, at, end)
    }
  return undefined
}
