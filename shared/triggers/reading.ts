import { spell } from './spelling.ts'

/** One word as the phrases compare it, and where it stands in the customer's own text. */
export interface Word {
  readonly text: string
  /** A known word that this one is a slip of the finger away from. */
  readonly respelt?: string | undefined
  readonly start: number
  readonly end: number
  /** Rises at every comma, colon and full stop: a negation does not reach over it. */
  readonly clause: number
  /** Rises at full stops and line breaks only: a phrase does not reach over it. */
  readonly sentence: number
}

export interface Reading {
  readonly original: string
  readonly words: readonly Word[]
}

// One greedy class and bounded tails, so that the time grows with the text and never faster.
const WORD = /\p{N}+(?:[.,:]\p{N}+)+|[\p{L}\p{M}\p{N}\u00ad\u200b-\u200d\ufeff]+(?:['’`´][\p{L}\p{M}]+)*/gu
const SENTENCE_END = /[!?¿¡;\n]|(?:^|[^.])\.(?:[^.]|$)|[\u{1F300}-\u{1FAFF}]/u
const CLAUSE_END = /[^\s'"’“”«»*_@#/&+-]/u
const REMEMBERED = 16

const remembered = new Map<string, Reading>()

/** Splits a text into folded words, in time linear to its length. Nine triggers read the same burst: it is split once. */
export const read = (original: string): Reading => {
  const known = remembered.get(original)
  if (known !== undefined) return known
  if (remembered.size >= REMEMBERED) remembered.clear()
  const reading = { original, words: split(original) }
  remembered.set(original, reading)
  return reading
}

const split = (original: string): readonly Word[] => {
  const words: Word[] = []
  let last = 0
  let clause = 0
  let sentence = 0
  for (const found of original.matchAll(WORD)) {
    if (found.index > last + 1 || original[last] !== ' ') {
      const between = original.slice(last, found.index)
      const ends = SENTENCE_END.test(between)
      if (ends) sentence++
      if (ends || CLAUSE_END.test(between)) clause++
    }
    last = found.index + found[0].length
    for (const { text, respelt, from, to } of spell(found[0]))
      words.push({ text, respelt, start: found.index + from, end: found.index + to, clause, sentence })
  }
  return words
}

/** The customer's own words from one word to before another. */
export const excerpt = (reading: Reading, from: number, to: number): string =>
  reading.original.slice(reading.words[from]?.start ?? 0, reading.words[to - 1]?.end ?? 0)
