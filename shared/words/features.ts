import type { Sentence } from './tokens.ts'

/** Rows of the weight table, a power of two: every feature is hashed to one of them. */
export const TABLE_SIZE = 1 << 18
const SHORTEST_GRAM = 3
const LONGEST_GRAM = 5

const FNV_PRIME = 0x01000193
const FNV_START = 0x811c9dc5
// Seeds keep a word, a pair and a tone of the same letters apart.
const WORD = 0x9747b28c
const PAIR = 0x1b873593
const SKIP = 0x5bd1e995
const TRIPLE = 0x27d4eb2f
const TONE = 0x3c6ef372

/** The last rounds of murmur3: alike hashes must not be neighbours in the table. */
const toRow = (hash: number): number => {
  let mixed = hash ^ (hash >>> 16)
  mixed = Math.imul(mixed, 0x85ebca6b)
  mixed ^= mixed >>> 13
  mixed = Math.imul(mixed, 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) & (TABLE_SIZE - 1)
}

/** FNV-1a over UTF-16 units. */
const hashOf = (text: string, seed = FNV_START): number => {
  let hash = seed
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), FNV_PRIME)
  return hash
}

const join = (one: number, two: number, seed: number): number => Math.imul(one ^ seed, FNV_PRIME) ^ Math.imul(two, PAIR)

/** A word as its neighbours know it. */
export const wordHash = (word: string): number => hashOf(word)
/** What a neighbour is known as where a sentence begins or ends. */
export const EDGE = hashOf('¶')

/** Rows of one word; taken over before the next are asked for, so that no word costs a list of its own. */
let rows = new Int32Array(512)

/** Where `wordRows` has written. */
export const rowAt = (at: number): number => rows[at] ?? 0

/** The word itself, and every run of three to five letters of it with its edges: forgives typos and endings. How many. */
export const wordRows = (word: string): number => {
  const edged = `<${word}>`
  const { length } = edged
  if (rows.length < length * 3) rows = new Int32Array(length * 6)
  rows[0] = toRow(hashOf(word, WORD))
  let count = 1
  for (let from = 0; from <= length - SHORTEST_GRAM; from++) {
    let hash = FNV_START
    const end = Math.min(length, from + LONGEST_GRAM)
    for (let at = from; at < end; at++) {
      hash = Math.imul(hash ^ edged.charCodeAt(at), FNV_PRIME)
      const whole = from === 0 && at === length - 1
      if (at - from + 1 >= SHORTEST_GRAM && !whole) rows[count++] = toRow(hash)
    }
  }
  return count
}

/** What a token is beside the one before it; an edge of a sentence counts as one. */
export const pairRow = (before: number, own: number): number => toRow(join(before, own, PAIR))

/** What it is beside the one before that, whatever stands between. */
export const skipRow = (further: number, own: number): number => toRow(join(further, own, SKIP))

export const tripleRow = (further: number, before: number, own: number): number =>
  toRow(join(join(further, before, TRIPLE), own, TRIPLE))

const contextRows = (hashes: readonly number[], at: number): readonly number[] => {
  const own = hashes[at] ?? EDGE
  const before = hashes[at - 1] ?? EDGE
  const further = hashes[at - 2] ?? EDGE
  return [
    pairRow(before, own),
    ...(at > 0 ? [skipRow(further, own), tripleRow(further, before, own)] : []),
    ...(at === hashes.length - 1 ? [pairRow(own, EDGE)] : []),
  ]
}

export const toneRow = (tone: string): number => toRow(hashOf(tone, TONE))

/** Every feature of a text's sentences, as training counts them. */
export const featuresOf = (sentences: readonly Sentence[]): Int32Array => {
  const features: number[] = []
  for (const { tokens, tone } of sentences) {
    const hashes = tokens.map(({ text }) => wordHash(text))
    for (const [place, { text }] of tokens.entries()) {
      const count = wordRows(text)
      for (let at = 0; at < count; at++) features.push(rowAt(at))
      features.push(...contextRows(hashes, place))
    }
    features.push(...tone.map(toneRow))
  }
  return Int32Array.from(features)
}
