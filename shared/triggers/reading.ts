import { respell } from './respell.ts'

/** One word as the phrases compare it, and where it stands in the customer's own text. */
export interface Word {
  readonly text: string
  /** A known word that this one is a slip of the finger away from. */
  readonly respelt?: string
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
const INVISIBLE = /[\u00ad\u200b-\u200d\ufeff]/g
const APOSTROPHE = /['’`´]/
// What English glues to a word; elsewhere an apostrophe parts two words (l'avocat, c'è).
const GLUED = new Set(['t', 's', 'm', 're', 've', 'l', 'd'])
const LETTERS: Readonly<Record<string, string>> = { ß: 's', ł: 'l', ı: 'i', ø: 'o', æ: 'ae', œ: 'oe', đ: 'd' }

/** Case, accents and repeated letters fold away: "Pleeeease", "plese" with its accents, "RÉSILIER" all compare equal. */
export const fold = (word: string): string =>
  word
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(INVISIBLE, '')
    .replace(/[ßłıøæœđ]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/(\p{L})\1+/gu, '$1')

/** Splits a text into folded words; memory and time are linear in its length. */
export const read = (original: string): Reading => {
  const words: Word[] = []
  let last = 0
  let clause = 0
  let sentence = 0
  for (const found of original.matchAll(WORD)) {
    const between = original.slice(last, found.index)
    if (endsSentence(between)) sentence++
    if (/[^\s'"’“”«»*_@#/&+-]/u.test(between) || endsSentence(between)) clause++
    last = found.index + found[0].length
    for (const part of parts(found[0], found.index)) words.push({ ...part, clause, sentence })
  }
  return { original, words }
}

const endsSentence = (between: string): boolean =>
  /[!?¿¡;\n]|(?:^|[^.])\.(?:[^.]|$)|[\u{1F300}-\u{1FAFF}]/u.test(between)

type Part = Omit<Word, 'clause' | 'sentence'>

const parts = (text: string, at: number): Part[] => {
  const pieces = text.split(APOSTROPHE)
  const tail = fold(pieces.at(-1) ?? '')
  if (pieces.length === 1) return [part(text, at, text)]
  if (pieces.length === 2 && GLUED.has(tail)) return [part(pieces.join(''), at, text)]
  let start = at
  return pieces.map((piece) => {
    const word = part(piece, start, piece)
    start += piece.length + 1
    return word
  })
}

const part = (spelt: string, start: number, shown: string): Part => {
  const text = fold(spelt)
  const respelt = respell(text)
  return { text, ...(respelt === undefined ? {} : { respelt }), start, end: start + shown.length }
}

/** The customer's own words from one word to before another. */
export const excerpt = (reading: Reading, from: number, to: number): string =>
  reading.original.slice(reading.words[from]?.start ?? 0, reading.words[to - 1]?.end ?? 0)
