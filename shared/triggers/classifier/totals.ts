import { EDGE, pairRow, skipRow, toneRow, tripleRow } from '../../words/features.ts'
import type { Sentence, Token } from '../../words/tokens.ts'
import type { Stretch } from '../listen.ts'
import { denier } from './denier.ts'
import { addRow, KnownWords, maskOf } from './known-words.ts'
import type { Model } from './model.ts'

interface Sums {
  /** `sums[token * width + head]` */
  readonly sums: Int32Array
  /** How many rows of the table the sums are of. */
  readonly counts: Int32Array
}

/** Running totals: what the tokens up to each say, by head, in steps of the table. */
export interface Totals extends Sums {
  readonly tokens: readonly Token[]
  /** Heads that are told of. */
  readonly width: number
  /** The first token of each sentence, and the end. */
  readonly edges: readonly number[]
}

interface Appended extends Sums {
  readonly tokens: Token[]
}

/** What the tokens, which begin there, say for one head. */
const appendHead = (from: Totals, first: number, head: number, left: readonly Token[], to: Appended): void => {
  const { width } = from
  for (let place = 0; place < left.length; place++) {
    const next = to.tokens.push(left[place] as Token)
    const at = (first + place) * width + head
    to.sums[next] = (to.sums[next - 1] ?? 0) + (from.sums[at + width] ?? 0) - (from.sums[at] ?? 0)
    const count = (from.counts[first + place + 1] ?? 0) - (from.counts[first + place] ?? 0)
    to.counts[next] = (to.counts[next - 1] ?? 0) + count
  }
}

// Beside the one before, the one before that, and both.
const FOLLOWING_ROWS = 3

/** Adds up what texts say to a model. */
export class Totalling {
  readonly #model: Model
  readonly #words: KnownWords

  constructor(model: Model) {
    this.#model = model
    this.#words = new KnownWords(model)
  }

  totals(sentences: readonly Sentence[]): Totals {
    const tokens = sentences.flatMap((one) => one.tokens)
    const width = this.#model.heads.length
    const sums = new Int32Array((tokens.length + 1) * width)
    const counts = new Int32Array(tokens.length + 1)
    const edges = [0]
    let first = 0
    for (const sentence of sentences) {
      this.#addSentence(sentence, first, { sums, counts })
      first += sentence.tokens.length
      edges.push(first)
    }
    return { tokens, width, sums, counts, edges }
  }

  /** For one head: what is left when no word that reaches into a denied stretch was written. */
  without(denied: readonly Stretch[], sentences: readonly Sentence[], all: Totals, head: number): Totals {
    const tokens: Token[] = []
    const sums = new Int32Array(all.tokens.length + 1)
    const counts = new Int32Array(all.tokens.length + 1)
    const edges = [0]
    const isDenied = denier(denied)
    for (const [at, sentence] of sentences.entries()) {
      const left = sentence.tokens.filter((token) => !isDenied(token))
      if (left.length === 0) continue
      const whole = left.length === sentence.tokens.length
      const from = whole ? all : this.totals([{ ...sentence, tokens: left }])
      appendHead(from, whole ? (all.edges[at] ?? 0) : 0, head, left, { tokens, sums, counts })
      edges.push(tokens.length)
    }
    return { tokens, width: 1, sums, counts, edges }
  }

  #addSentence({ tokens, tone }: Sentence, first: number, { sums, counts }: Sums): void {
    const width = this.#model.heads.length
    // An edge stands before the first word, which has no further neighbours.
    const alone = this.#words.of(tokens[0])
    for (let head = 0; head < width; head++)
      sums[(first + 1) * width + head] = (sums[first * width + head] ?? 0) + (alone.sums[head] ?? 0)
    addRow(this.#model, pairRow(EDGE, alone.hash), sums, (first + 1) * width)
    counts[first + 1] = (counts[first] ?? 0) + alone.count + 1
    const last = this.#addFollowing(tokens, first, { sums, counts })
    // The end and the tone stand with the last word: whatever counts that one counts them too.
    const end = first + tokens.length
    for (const row of [pairRow(last, EDGE), ...tone.map(toneRow)]) addRow(this.#model, row, sums, end * width)
    counts[end] = (counts[end] ?? 0) + 1 + tone.length
  }

  /** The innermost loop of all: arrays and numbers in hand. Returns the last word's hash. */
  #addFollowing(tokens: readonly Token[], first: number, { sums, counts }: Sums): number {
    const { table, heads } = this.#model
    const [mask, width] = [maskOf(this.#model), heads.length]
    let [further, before] = [EDGE, this.#words.of(tokens[0]).hash]
    for (let place = 1; place < tokens.length; place++) {
      const word = this.#words.of(tokens[place])
      const own = word.hash
      const pair = (pairRow(before, own) & mask) * width
      const skip = (skipRow(further, own) & mask) * width
      const triple = (tripleRow(further, before, own) & mask) * width
      const at = (first + place) * width
      for (let head = 0; head < width; head++) {
        const beside = (table[pair + head] ?? 0) + (table[skip + head] ?? 0) + (table[triple + head] ?? 0)
        sums[at + width + head] = (sums[at + head] ?? 0) + (word.sums[head] ?? 0) + beside
      }
      counts[first + place + 1] = (counts[first + place] ?? 0) + word.count + FOLLOWING_ROWS
      further = before
      before = own
    }
    return before
  }
}
