import { stem } from '../words.ts'
import type { Senses } from './senses.ts'
import { foldedWords } from './stems.ts'

/** How often each piece of one kind occurs, by hash. */
export type PieceCounts = ReadonlyMap<number, number>

/** A text in three readings that weigh the same: its words, their letters, and what they can mean. */
export interface Pieces {
  readonly stems: PieceCounts
  readonly letters: PieceCounts
  readonly senses: PieceCounts
}

const SHORTEST_GRAM = 3
const LONGEST_GRAM = 5
const FNV_PRIME = 0x01000193
// One seed a kind: a word, its letters and a sense of the same name are different pieces.
const STEM = 0x811c9dc5
const LETTERS = 0x9747b28c
const SENSE = 0x1b873593
/** Scripts that part no words: a character says little, two in a row are a word. */
const UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u

const step = (hash: number, code: number): number => Math.imul(hash ^ code, FNV_PRIME)

/** FNV leaves alike words alike; the last rounds of murmur3 part them. */
const finish = (hash: number): number => {
  let mixed = hash ^ (hash >>> 16)
  mixed = Math.imul(mixed, 0x85ebca6b)
  mixed ^= mixed >>> 13
  mixed = Math.imul(mixed, 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

const hashOf = (text: string, seed: number): number => {
  let hash = seed
  for (let at = 0; at < text.length; at++) hash = step(hash, text.charCodeAt(at))
  return finish(hash)
}

/** A stem as a piece of its own. */
export const stemPiece = (stemmed: string): number => hashOf(stemmed, STEM)

const count = (counts: Map<number, number>, piece: number): void => {
  counts.set(piece, (counts.get(piece) ?? 0) + 1)
}

/** Every run of three to five letters of a word with its edges: forgives typos and endings. */
const countGrams = (counts: Map<number, number>, word: string): void => {
  const edged = `<${word}>`
  for (let from = 0; from + SHORTEST_GRAM <= edged.length; from++) {
    let hash = LETTERS
    const end = Math.min(edged.length, from + LONGEST_GRAM)
    for (let at = from; at < end; at++) {
      hash = step(hash, edged.charCodeAt(at))
      if (at - from + 1 >= SHORTEST_GRAM) count(counts, finish(hash))
    }
  }
}

export const piecesOf = (text: string, sensesOf: Senses): Pieces => {
  const words = foldedWords(text)
  const stems = words.map(stem)
  const [stemCounts, letterCounts, senseCounts] = [new Map(), new Map(), new Map()]
  for (const [at, word] of words.entries()) {
    count(stemCounts, stemPiece(stems[at] ?? word))
    countGrams(letterCounts, word)
    if (UNSPACED.test(word)) count(letterCounts, hashOf(`${words[at - 1] ?? ''}${word}`, LETTERS))
  }
  for (const sense of sensesOf(stems)) count(senseCounts, hashOf(sense, SENSE))
  return { stems: stemCounts, letters: letterCounts, senses: senseCounts }
}
