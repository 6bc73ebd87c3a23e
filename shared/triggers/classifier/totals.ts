import { contextFeatures, toneFeature, wordFeatures, wordHash } from '../../words/features.ts'
import { Remembered } from '../../words/remembered.ts'
import { type Sentence, sentencesOf, type Token } from '../../words/tokens.ts'
import type { Stretch } from '../listen.ts'
import type { Model } from './model.ts'

/** What one word says by itself, whatever stands beside it. */
interface KnownWord {
  readonly hash: number
  /** By head, in steps of the table. */
  readonly sums: readonly number[]
  readonly count: number
}

/** A text as the classifier's words, by sentence. */
export interface Heeded {
  readonly sentences: readonly Sentence[]
  readonly words: readonly (readonly KnownWord[])[]
}

/** Running totals over a text: what its tokens up to each say, by head, in steps of the table. */
export interface Totals {
  readonly tokens: readonly Token[]
  readonly sums: Int32Array
  readonly counts: Int32Array
  /** The first token of each sentence, and the end. */
  readonly edges: readonly number[]
}

/** Remembers what the words of a model say. */
export class Totalling {
  readonly #model: Model
  /** A smaller table than the features were made for folds them onto its own rows. */
  readonly #mask: number
  readonly #known = new Remembered<string, KnownWord>(10_000)

  constructor(model: Model) {
    this.#model = model
    this.#mask = model.table.length / model.heads.length - 1
  }

  heed(text: string): Heeded {
    const sentences = sentencesOf(text)
    return { sentences, words: sentences.map(({ tokens }) => tokens.map(({ text: word }) => this.#word(word))) }
  }

  total({ sentences, words }: Heeded): Totals {
    const width = this.#model.heads.length
    const tokens = sentences.flatMap((sentence) => sentence.tokens)
    const sums = new Int32Array((tokens.length + 1) * width)
    const counts = new Int32Array(tokens.length + 1)
    const edges = [0]
    let next = 0
    for (const [at, { tone }] of sentences.entries()) {
      const own = words[at] ?? []
      const hashes = own.map(({ hash }) => hash)
      for (const [place, word] of own.entries()) {
        next++
        const features = contextFeatures(hashes, place)
        for (let head = 0; head < width; head++)
          sums[next * width + head] = (sums[(next - 1) * width + head] ?? 0) + (word.sums[head] ?? 0)
        for (const feature of features) this.#add(sums, next * width, feature)
        counts[next] = (counts[next - 1] ?? 0) + word.count + features.length
      }
      for (const one of tone) this.#add(sums, next * width, toneFeature(one))
      counts[next] = (counts[next] ?? 0) + tone.length
      edges.push(next)
    }
    return { tokens, sums, counts, edges }
  }

  #word(word: string): KnownWord {
    const seen = this.#known.get(word)
    if (seen !== undefined) return seen
    const features = wordFeatures(word)
    const sums = this.#model.heads.map(() => 0)
    for (const feature of features) this.#add(sums, 0, feature)
    const made = { hash: wordHash(word), sums, count: features.length }
    this.#known.set(word, made)
    return made
  }

  #add(sums: Int32Array | number[], at: number, feature: number): void {
    const { table, heads } = this.#model
    const row = (feature & this.#mask) * heads.length
    for (let head = 0; head < heads.length; head++) sums[at + head] = (sums[at + head] ?? 0) + (table[row + head] ?? 0)
  }
}

/** What is left when no word that reaches into a denied stretch was written; both in the order they stand. */
export const withoutDenied = ({ sentences, words }: Heeded, denied: readonly Stretch[]): Heeded => {
  const left: { sentence: Sentence; words: readonly KnownWord[] }[] = []
  let next = 0
  for (const [at, sentence] of sentences.entries()) {
    const kept = sentence.tokens.map(({ start, end }) => {
      while ((denied[next]?.[1] ?? Number.POSITIVE_INFINITY) <= start) next++
      return (denied[next]?.[0] ?? Number.POSITIVE_INFINITY) >= end
    })
    if (kept.every(Boolean)) left.push({ sentence, words: words[at] ?? [] })
    else if (kept.some(Boolean)) {
      const tokens = sentence.tokens.filter((_, place) => kept[place])
      left.push({ sentence: { ...sentence, tokens }, words: (words[at] ?? []).filter((_, place) => kept[place]) })
    }
  }
  return { sentences: left.map(({ sentence }) => sentence), words: left.map(({ words: own }) => own) }
}
