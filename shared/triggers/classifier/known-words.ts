import { rowAt, wordHash, wordRows } from '../../words/features.ts'
import { Notes } from '../../words/notes.ts'
import { Remembered } from '../../words/remembered.ts'
import type { Token } from '../../words/tokens.ts'
import type { Model } from './model.ts'

/** What one word says by itself, whatever stands beside it. */
interface KnownWord {
  readonly hash: number
  /** By head, in steps of the table. */
  readonly sums: readonly number[]
  readonly count: number
}

/** A smaller table than the features were made for folds them onto its own rows. */
export const maskOf = ({ table, heads }: Model): number => table.length / heads.length - 1

export const addRow = (model: Model, row: number, sums: Int32Array, at: number): void => {
  const { table, heads } = model
  const from = (row & maskOf(model)) * heads.length
  for (let head = 0; head < heads.length; head++) sums[at + head] = (sums[at + head] ?? 0) + (table[from + head] ?? 0)
}

const NOTHING: KnownWord = { hash: 0, sums: [], count: 0 }

/** Remembers what words say to a model. */
export class KnownWords {
  readonly #model: Model
  readonly #notes = new Notes<KnownWord>()
  readonly #known = new Remembered<string, KnownWord>(30_000)

  constructor(model: Model) {
    this.#model = model
  }

  of(token: Token | undefined): KnownWord {
    if (token === undefined) return NOTHING
    return this.#notes.of(token.word) ?? this.#notes.put(token.word, this.#word(token.text))
  }

  #word(word: string): KnownWord {
    const seen = this.#known.get(word)
    if (seen !== undefined) return seen
    const sums = new Int32Array(this.#model.heads.length)
    const count = wordRows(word)
    for (let at = 0; at < count; at++) addRow(this.#model, rowAt(at), sums, 0)
    const made = { hash: wordHash(word), sums: [...sums], count }
    this.#known.set(word, made)
    return made
  }
}
