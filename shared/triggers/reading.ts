import { APOSTROPHE, codePointIn, kindOf, LETTER, MARK, NUMBER, runEnd, UNSEEN, wordEnd } from '../words/characters.ts'
import type { Noted } from '../words/notes.ts'
import { Remembered } from '../words/remembered.ts'
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
  /** The same wherever the word stands. */
  readonly spelling: Noted
}

export interface Reading {
  readonly original: string
  readonly words: readonly Word[]
}

const WORD = LETTER | MARK | NUMBER | UNSEEN
const SENTENCE_END = /[!?¿¡;\n]|(?:^|[^.])\.(?:[^.]|$)|[\u{1F300}-\u{1FAFF}]/u
const CLAUSE_END = /[^\s'"’“”«»*_@#/&+-]/u
const FIGURE_JOINT = /[.,:]/
const LONGEST_BETWEEN = 8

const remembered = new Remembered<string, Reading>(16)

/** Splits a text into folded words, in time linear to its length. Nine triggers read the same burst: it is split once. */
export const read = (original: string): Reading => {
  const known = remembered.get(original)
  if (known !== undefined) return known
  const reading = { original, words: split(original) }
  remembered.set(original, reading)
  return reading
}

const split = (original: string): readonly Word[] => {
  const words: Word[] = []
  let last = 0
  let clause = 0
  let sentence = 0
  for (let start = 0, end = 0; start < original.length; start = end) {
    const code = codePointIn(original, start)
    end = start + (code > 0xffff ? 2 : 1)
    const kind = kindOf(code)
    if ((kind & WORD) === 0) continue
    end = (kind & NUMBER ? figureEnd(original, start) : undefined) ?? wordEnd(original, start, WORD, APOSTROPHE)
    if (start > last + 1 || original[last] !== ' ') {
      const { ends, parts } = betweenWords(original.slice(last, start))
      if (ends) sentence++
      if (ends || parts) clause++
    }
    last = end
    for (const spelling of spell(original, start, end)) {
      const { text, respelt, from, to } = spelling
      if (text === '') continue
      words.push({ text, respelt, start: start + from, end: start + to, clause, sentence, spelling })
    }
  }
  return words
}

interface Between {
  readonly ends: boolean
  readonly parts: boolean
}

const betweens = new Remembered<string, Between>(1_000)

/** Whether a sentence or a clause ends with what stands between two words. Mostly the same few marks do. */
const betweenWords = (between: string): Between => {
  const known = betweens.get(between)
  if (known !== undefined) return known
  const made = { ends: SENTENCE_END.test(between), parts: CLAUSE_END.test(between) }
  if (between.length <= LONGEST_BETWEEN) betweens.set(between, made)
  return made
}

/** "1,234.50" and "10:30" are one word; undefined where nothing joins the figures to further ones. */
const figureEnd = (text: string, at: number): number | undefined => {
  let end = runEnd(text, at, NUMBER)
  const first = end
  while (FIGURE_JOINT.test(text[end] ?? '')) {
    const after = runEnd(text, end + 1, NUMBER)
    if (after === end + 1) break
    end = after
  }
  return end === first ? undefined : end
}

/** The customer's own words from one word to before another. */
export const excerpt = (reading: Reading, from: number, to: number): string =>
  reading.original.slice(reading.words[from]?.start ?? 0, reading.words[to - 1]?.end ?? 0)
