import { contextRows, rowAt, toneRows, wordHash, wordRows } from '../../words/features.ts'
import { Notes } from '../../words/notes.ts'
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

/** Running totals: what the tokens up to each say, by head, in steps of the table. */
export interface Totals {
  readonly tokens: readonly Token[]
  readonly sums: Int32Array
  readonly counts: Int32Array
}

export interface TextTotals extends Totals {
  /** The first token of each sentence, and the end. */
  readonly edges: readonly number[]
}

/** A sentence and what it says; no word of one speaks beside those of another. */
interface SentenceTotals extends Totals {
  readonly sentence: Sentence
}

/** Adds up what texts say to a model, and remembers what its words do. */
export class Totalling {
  readonly #model: Model
  /** A smaller table than the features were made for folds them onto its own rows. */
  readonly #mask: number
  readonly #notes = new Notes<KnownWord>()
  readonly #known = new Remembered<string, KnownWord>(30_000)

  constructor(model: Model) {
    this.#model = model
    this.#mask = model.table.length / model.heads.length - 1
  }

  totals(text: string): readonly SentenceTotals[] {
    return sentencesOf(text).map((sentence) => this.#total(sentence))
  }

  /** What is left when no word that reaches into a denied stretch was written; both in the order they stand. */
  without(all: readonly SentenceTotals[], denied: readonly Stretch[]): readonly SentenceTotals[] {
    let next = 0
    return all.flatMap((one) => {
      const tokens = one.tokens.filter(({ start, end }) => {
        while (next < denied.length && (denied[next]?.[1] ?? 0) <= start) next++
        return (denied[next]?.[0] ?? Number.POSITIVE_INFINITY) >= end
      })
      if (tokens.length === one.tokens.length) return [one]
      return tokens.length === 0 ? [] : [this.#total({ ...one.sentence, tokens })]
    })
  }

  join(all: readonly SentenceTotals[]): TextTotals {
    const width = this.#model.heads.length
    const tokens = all.flatMap((one) => one.tokens)
    const sums = new Int32Array((tokens.length + 1) * width)
    const counts = new Int32Array(tokens.length + 1)
    const edges = [0]
    let before = 0
    for (const one of all) {
      const { length } = one.tokens
      for (let at = width; at < (length + 1) * width; at++)
        sums[before * width + at] = (sums[before * width + (at % width)] ?? 0) + (one.sums[at] ?? 0)
      for (let at = 1; at <= length; at++) counts[before + at] = (counts[before] ?? 0) + (one.counts[at] ?? 0)
      before += length
      edges.push(before)
    }
    return { tokens, sums, counts, edges }
  }

  #total(sentence: Sentence): SentenceTotals {
    const { tokens, tone } = sentence
    const width = this.#model.heads.length
    const words = tokens.map(({ text, word }) => this.#notes.of(word) ?? this.#notes.put(word, this.#word(text)))
    const hashes = words.map(({ hash }) => hash)
    const sums = new Int32Array((tokens.length + 1) * width)
    const counts = new Int32Array(tokens.length + 1)
    for (const [place, word] of words.entries()) {
      const at = (place + 1) * width
      for (let head = 0; head < width; head++) sums[at + head] = (sums[at - width + head] ?? 0) + (word.sums[head] ?? 0)
      const count = contextRows(hashes, place)
      this.#addRows(sums, at, count)
      counts[place + 1] = (counts[place] ?? 0) + word.count + count
    }
    // Tone stands with the last word: whatever counts that one counts it too.
    for (const one of tone) this.#addRows(sums, tokens.length * width, toneRows(one))
    counts[tokens.length] = (counts[tokens.length] ?? 0) + tone.length
    return { sentence, tokens, sums, counts }
  }

  #word(word: string): KnownWord {
    const seen = this.#known.get(word)
    if (seen !== undefined) return seen
    const sums = new Int32Array(this.#model.heads.length)
    const count = wordRows(word)
    this.#addRows(sums, 0, count)
    const made = { hash: wordHash(word), sums: [...sums], count }
    this.#known.set(word, made)
    return made
  }

  /** The innermost loop of all: arrays and numbers in hand, nothing looked up. */
  #addRows(sums: Int32Array, at: number, count: number): void {
    const { table, heads } = this.#model
    const [mask, width] = [this.#mask, heads.length]
    for (let next = 0; next < count; next++) {
      const row = (rowAt(next) & mask) * width
      for (let head = 0; head < width; head++) sums[at + head] = (sums[at + head] ?? 0) + (table[row + head] ?? 0)
    }
  }
}
