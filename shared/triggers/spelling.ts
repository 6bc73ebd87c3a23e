import type { Noted } from '../words/notes.ts'
import { RememberedWords } from '../words/remembered-words.ts'
import { respell } from './respell.ts'

/** A word, or a part of one that an apostrophe parts, as it is compared; `from` and `to` count in the word as written. */
export interface Spelling extends Noted {
  readonly text: string
  readonly respelt?: string | undefined
  readonly from: number
  readonly to: number
}

const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu
const APOSTROPHE = /['’`´]/
// What English glues to a word; elsewhere an apostrophe parts two words (l'avocat, c'è).
const GLUED = new Set(['t', 's', 'm', 're', 've', 'l', 'd'])
const LETTERS: Readonly<Record<string, string>> = { ß: 's', ł: 'l', ı: 'i', ø: 'o', æ: 'ae', œ: 'oe', đ: 'd' }
const ASCII = /^[ -~]*$/
const REPEATED = /(\p{L})\1+/gu
const LONGEST_REMEMBERED = 40

/** Case, accents and repeated letters fold away: "Pleeeease", "please" and "PLÉASE" compare equal. */
export const fold = (word: string): string => {
  if (ASCII.test(word)) return withoutRepeats(word.toLowerCase())
  return word
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(INVISIBLE, '')
    .replace(/[ßłıøæœđ]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(REPEATED, '$1')
}

const REPEATED_LATIN = /([a-z])\1+/g
const withoutRepeats = (word: string): string => word.replace(REPEATED_LATIN, '$1')

const remembered = new RememberedWords<readonly Spelling[]>(30_000)

/** How the triggers see a word as written, which stands in a text. Language repeats itself: a warm function has most words at hand. */
export const spell = (text: string, start: number, end: number): readonly Spelling[] => {
  const known = remembered.get(text, start, end)
  if (known !== undefined) return known
  const written = text.slice(start, end)
  const spelt = parts(written)
  if (written.length <= LONGEST_REMEMBERED) remembered.set(written, spelt)
  return spelt
}

const parts = (written: string): Spelling[] => {
  const pieces = written.split(APOSTROPHE)
  if (pieces.length === 1 || (pieces.length === 2 && GLUED.has(fold(pieces[1] ?? ''))))
    return [spelling(pieces.join(''), 0, written.length)]
  let from = 0
  return pieces.map((piece) => {
    const part = spelling(piece, from, from + piece.length)
    from += piece.length + 1
    return part
  })
}

const spelling = (written: string, from: number, to: number): Spelling => {
  const text = fold(written)
  return { text, respelt: respell(text), from, to, notes: [undefined, undefined] }
}
