import { anchorOf } from './anchor.ts'
import { matchAt } from './match.ts'
import type { Phrase } from './phrase.ts'
import type { Word } from './reading.ts'

export interface Entry {
  readonly steps: Phrase
}
export interface Span {
  readonly from: number
  readonly to: number
}

interface Filed<E> {
  readonly entry: E
  /** The anchor stands at most this many words after the phrase's beginning. */
  readonly reach: number
}

const STEM_HEAD = 3
const REMEMBERED = 5_000

/** Finds phrases by the rarest word each of them needs, so that ordinary talk costs one look-up a word. */
export class PhraseIndex<E extends Entry> {
  readonly #exact = new Map<string, Filed<E>[]>()
  readonly #stems = new Map<string, Filed<E>[]>()
  readonly #remembered = new Map<string, readonly Filed<E>[]>()

  constructor(entries: readonly E[]) {
    for (const entry of entries) {
      const { words, stems, reach } = anchorOf(entry.steps)
      for (const word of new Set(words)) file(this.#exact, word, { entry, reach })
      for (const stem of new Set(stems.map(head))) file(this.#stems, stem, { entry, reach })
    }
  }

  *find(words: readonly Word[]): Generator<Span & { readonly entry: E }> {
    for (let at = 0; at < words.length; at++) {
      const word = words[at]
      if (word === undefined) continue
      for (const { entry, reach } of this.#anchoredAt(word))
        for (let from = Math.max(0, at - reach); from <= at; from++) {
          const to = matchAt(words, from, entry.steps)
          if (to !== undefined && to > at) yield { from, to, entry }
        }
    }
  }

  #anchoredAt({ text, respelt }: Word): readonly Filed<E>[] {
    const known = this.#remembered.get(text)
    if (known !== undefined) return known
    const number = /^\p{N}/u.test(text) ? this.#exact.get('#') : undefined
    const lists = [
      number,
      this.#exact.get(text),
      respelt ? this.#exact.get(respelt) : undefined,
      this.#stems.get(head(text)),
    ]
    const found = [...new Set(lists.flatMap((list) => list ?? []))]
    // Bounded, so that a flood of invented words does not fill the memory of a warm function.
    if (this.#remembered.size >= REMEMBERED) this.#remembered.clear()
    this.#remembered.set(text, found)
    return found
  }
}

const head = (word: string): string => word.slice(0, STEM_HEAD)

const file = <T>(index: Map<string, T[]>, key: string, one: T): void => {
  const filed = index.get(key)
  if (filed === undefined) index.set(key, [one])
  else filed.push(one)
}
