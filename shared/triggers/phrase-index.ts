import { Notes } from '../words/notes.ts'
import { type CompiledPhrase, type CompiledPhrases, strengths } from './compiled-phrases.ts'
import { matchAt } from './match.ts'
import { type Phrase, phrase } from './phrase.ts'
import type { Word } from './reading.ts'
import type { Spoken } from './sayings.ts'
import { canStart, type Starts, startsOf } from './starts.ts'

/** Words of a text, from one to before another. */
export interface Span {
  readonly from: number
  readonly to: number
}

export interface Entry {
  readonly steps: Phrase
  readonly starts: Starts
  readonly trigger: Spoken
  /** Place of the language's sayings about the trigger. */
  readonly of: number
  readonly strength: (typeof strengths)[number]
  readonly negators: ReadonlySet<string>
  /** Says "not" itself, and means by it what it is filed under. */
  readonly knowing: boolean
}

export type Found = Span & { readonly entry: Entry }

const STEM_HEAD = 3
const NUMBER = /^\p{N}/u
const NONE: readonly number[] = []

/**
 * Finds phrases by the rarest word each of them needs, so that ordinary talk costs one look-up a word. A phrase is
 * compiled when its anchor is first met: a cold start pays for none, and most customers speak one language.
 */
export class PhraseIndex {
  readonly #compiled: CompiledPhrases
  readonly #entries: (Entry | undefined)[] = []
  readonly #negators: readonly ReadonlySet<string>[]
  readonly #exact = new Map<string, number[]>()
  readonly #stems = new Map<string, (readonly [stem: string, anchor: number])[]>()
  readonly #heads: readonly number[]
  readonly #notes = new Notes<readonly number[]>()

  constructor(compiled: CompiledPhrases) {
    this.#compiled = compiled
    this.#negators = compiled.sayings.map(({ negators }) => new Set(negators))
    for (const [anchor, { words, stems }] of compiled.anchors.entries()) {
      for (const word of words) file(this.#exact, word, anchor)
      for (const stem of stems) file(this.#stems, stem.slice(0, STEM_HEAD), [stem, anchor] as const)
    }
    this.#heads = [...new Set([...this.#stems.keys()].map(({ length }) => length))]
  }

  /** Each phrase at each place it stands at, in the order of their anchors. No place is looked at twice. */
  find(words: readonly Word[]): readonly Found[] {
    const found: Found[] = []
    const untried = new Int32Array(this.#compiled.phrases.length)
    for (let at = 0; at < words.length; at++) {
      const word = words[at]
      const filed = word === undefined ? NONE : this.#anchoredAt(word)
      for (let next = 0; next < filed.length; next += 2) {
        const place = filed[next] ?? 0
        const first = Math.max(0, at - (filed[next + 1] ?? 0), untried[place] ?? 0)
        untried[place] = at + 1
        const entry = this.#entry(place)
        for (let from = first; from <= at; from++) {
          if (!canStart(entry.starts, words[from])) continue
          const to = matchAt(words, from, entry.steps)
          if (to !== undefined && to > at) found.push({ from, to, entry })
        }
      }
    }
    return found
  }

  /** Places and reaches of the phrases that the word may anchor, as `CompiledAnchor` files them. */
  #anchoredAt({ text, respelt, spelling }: Word): readonly number[] {
    const known = this.#notes.of(spelling)
    if (known !== undefined) return known
    const anchors = [
      this.#exact.get(text),
      respelt === undefined ? undefined : this.#exact.get(respelt),
      NUMBER.test(text) ? this.#exact.get('#') : undefined,
      ...this.#heads.map((length) => this.#stemsOf(text, length)),
    ].flatMap((list) => list ?? NONE)
    const found = anchors.length === 0 ? NONE : this.#filed(anchors)
    return this.#notes.put(spelling, found)
  }

  #filed(anchors: readonly number[]): readonly number[] {
    return inOrder([...new Set(anchors)].flatMap((anchor) => this.#compiled.anchors[anchor]?.filed ?? NONE))
  }

  #stemsOf(text: string, head: number): readonly number[] | undefined {
    const stems = text.length < head ? undefined : this.#stems.get(text.slice(0, head))
    return stems?.flatMap(([stem, anchor]) => (text.startsWith(stem) ? [anchor] : []))
  }

  #entry(place: number): Entry {
    const known = this.#entries[place]
    if (known !== undefined) return known
    const written = this.#compiled.phrases[place]
    const sayings = this.#compiled.sayings[written?.of ?? -1]
    if (written === undefined || sayings === undefined) throw new RangeError(`phrase ${place} is not there`)
    const steps = phrase(written.source, sayings.sets)
    const strength = strengths[written.strength] ?? 'hint'
    const { trigger } = sayings
    const entry = {
      steps,
      starts: startsOf(steps),
      trigger,
      of: written.of,
      strength,
      negators: this.#negatorsOf(written),
      knowing: written.own !== undefined,
    }
    this.#entries[place] = entry
    return entry
  }

  #negatorsOf({ of, own }: CompiledPhrase): ReadonlySet<string> {
    const all = this.#negators[of] ?? new Set()
    return own === undefined ? all : new Set([...all].filter((word) => !own.includes(word)))
  }
}

/** By place, each place once with its longest reach: a word may anchor a phrase in two ways. */
const inOrder = (filed: readonly number[]): readonly number[] => {
  const reaches = new Map<number, number>()
  for (let at = 0; at < filed.length; at += 2)
    reaches.set(filed[at] ?? 0, Math.max(reaches.get(filed[at] ?? 0) ?? 0, filed[at + 1] ?? 0))
  return [...reaches].sort(([one], [other]) => one - other).flat()
}

const file = <T>(index: Map<string, T[]>, key: string, one: T): void => {
  const filed = index.get(key)
  if (filed === undefined) index.set(key, [one])
  else filed.push(one)
}
