import { Remembered } from '../../words/remembered.ts'
import { sentencesOf, type Token } from '../../words/tokens.ts'
import type { Lexicon } from './lexicon.ts'
import { meaningsOf } from './meanings.ts'
import { type Sparse, sparse } from './sparse.ts'

// A question is a few words: a long letter is compared by its beginning, and in bounded time.
const COMPARED_WORDS = 60
const COMPARED_MEANINGS = 24
const COMPARED_LENGTH = 1_000

/** A message before it is known in which language the conversation is. */
export interface Heard {
  readonly text: string
  /** Equal for messages that differ in nothing but case, accents and punctuation. */
  readonly folded: string
  readonly words: readonly string[]
  /** The words, and characters of an unspaced script by twos. */
  readonly units: readonly string[]
  readonly figures: readonly string[]
}

export const hear = (text: string): Heard => {
  const compared = text.slice(0, COMPARED_LENGTH).toWellFormed()
  const tokens = sentencesOf(compared).flatMap((sentence) => sentence.tokens)
  const folded = tokens.map(({ text: word, start, end }) => (word === NUMBER ? compared.slice(start, end) : word))
  const figures = tokens.flatMap((token, at) => (token.text === NUMBER ? (folded[at] ?? []) : []))
  const worded = tokens.filter((token) => token.text !== NUMBER).slice(0, COMPARED_WORDS)
  return { text, folded: folded.join(' '), words: worded.map((token) => token.text), units: unitsOf(worded), figures }
}

/** What orders, bookings and tickets are numbered by is no shorter. */
const NUMBERED = 4

/** Whether two messages name numbers, and not one that is the same: what is asked about each is another question. */
export const ofOtherNumbers = (one: Heard, other: Heard): boolean => {
  const [here, there] = [one, other].map(({ figures }) => figures.filter(({ length }) => length >= NUMBERED))
  if (!here?.length || !there?.length) return false
  return !here.some((figure) => there.includes(figure))
}

const NUMBER = '#'
const UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}ー]/u
const FIRST_UNSPACED = 0x0e00

const isUnspaced = (word: string): boolean => word.charCodeAt(0) >= FIRST_UNSPACED && UNSPACED.test(word)

const unitsOf = (tokens: readonly Token[]): readonly string[] =>
  tokens.flatMap(({ text, start, end }, at) => {
    const [before, after] = [tokens[at - 1], tokens[at + 1]]
    if (!isUnspaced(text)) return [text]
    if (before?.end === start && isUnspaced(before.text)) return [before.text + text]
    return after?.start === end && isUnspaced(after.text) ? [] : [text]
  })

/** A customer's message as it is compared with others. */
export interface Asked extends Heard {
  readonly rareWords: Sparse
  /** Runs of letters: forgive endings and slips. */
  readonly runs: Sparse
  readonly meanings: Sparse
  /** How clearly it has each of its meanings, up to 1. */
  readonly clear: ReadonlyMap<number, number>
}

/** How much a word tells that is not common, in nats. */
export const RARE = 4.5

/** `telling`: how much each meaning tells. */
export const ask = (heard: Heard, lexicons: readonly Lexicon[], telling: readonly number[]): Asked => {
  const words = new Map<number, number>()
  const runs = new Map<number, number>()
  for (const unit of heard.units) {
    let carried = RARE
    for (const { common } of lexicons) carried = Math.min(carried, common.get(unit) ?? RARE)
    const hashes = runsOf(unit)
    words.set(hashOf(unit), carried)
    const share = carried / Math.sqrt(hashes.length)
    for (const run of hashes) if (share > (runs.get(run) ?? 0)) runs.set(run, share)
  }
  const clear = new Map<number, number>()
  for (const lexicon of lexicons)
    for (const [meaning, share] of meaningsOf(heard.words, lexicon))
      if (clear.size < COMPARED_MEANINGS) clear.set(meaning, Math.max(share, clear.get(meaning) ?? 0))
  const meanings = new Map([...clear].map(([meaning, share]) => [meaning, share * (telling[meaning] ?? 0)]))
  return { ...heard, rareWords: sparse(words), runs: sparse(runs), meanings: sparse(meanings), clear }
}

const RUN = 4
// A syllable or a root's consonants to a letter: fewer make a stem.
const SHORT_RUNS: readonly (readonly [script: RegExp, run: number])[] = [
  [/[\p{Script=Hangul}]/u, 2],
  [/[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Devanagari}]/u, 3],
]
const FIRST_SHORT = 0x0590

const runIn = (word: string): number =>
  word.charCodeAt(0) < FIRST_SHORT ? RUN : (SHORT_RUNS.find(([script]) => script.test(word))?.[1] ?? RUN)
const FNV_PRIME = 0x01000193
const FNV_START = 0x811c9dc5

/** FNV-1a over UTF-16 units. */
const hashOf = (text: string): number => {
  let hash = FNV_START
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), FNV_PRIME)
  return hash
}

const remembered = new Remembered<string, readonly number[]>(5_000)

/** Every few letters in a row of a word with its edges; a short word is one run. */
const runsOf = (word: string): readonly number[] => {
  const known = remembered.get(word)
  if (known !== undefined) return known
  const edged = `<${word}>`
  const run = runIn(word)
  const length = edged.length <= run + 1 ? edged.length : run
  const starts = Array.from({ length: edged.length - length + 1 }, (_, at) => at)
  const runs = [...new Set(starts.map((at) => hashOf(edged.slice(at, at + length))))]
  remembered.set(word, runs)
  return runs
}
