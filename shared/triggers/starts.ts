import type { Phrase, WordElement } from './phrase.ts'
import type { Word } from './reading.ts'

/** Words of which one must stand first where a phrase stands; undefined when it may begin with any. */
export type Starts = WordElement | undefined

/** A look at one word spares most phrases the attempt to match. */
export const startsOf = (steps: Phrase): Starts => {
  const firsts: WordElement[] = []
  for (const { element, optional } of steps) {
    const first = element.kind === 'either' ? element.starts : element
    if (first?.kind !== 'word') return undefined
    firsts.push(first)
    if (!optional) return together(firsts)
  }
  return undefined
}

export const eitherStarts = (phrases: readonly Phrase[]): Starts => {
  const each = phrases.map(startsOf)
  return each.every((one) => one !== undefined) ? together(each) : undefined
}

const together = (all: readonly WordElement[]): WordElement => {
  const [only] = all
  if (only !== undefined && all.length === 1) return only
  return {
    kind: 'word',
    exact: new Set(all.flatMap(({ exact }) => [...exact])),
    stems: [...new Set(all.flatMap(({ stems }) => stems))],
    number: all.some(({ number }) => number),
  }
}

export const canStart = (starts: Starts, word: Word | undefined): boolean =>
  starts === undefined || (word !== undefined && is(word, starts))

const NUMBER = /^\p{N}/u

/** Whether a word is one of those that a step accepts. */
export const is = ({ text, respelt }: Word, { exact, stems, number }: WordElement): boolean => {
  if (exact.has(text) || (respelt !== undefined && exact.has(respelt))) return true
  for (const stem of stems) if (text.startsWith(stem)) return true
  return number && NUMBER.test(text)
}
