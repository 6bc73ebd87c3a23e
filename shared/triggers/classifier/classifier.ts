import { contextFeatures, toneFeature, wordFeatures, wordHash } from '../../words/features.ts'
import { type Sentence, sentencesOf, type Token } from '../../words/tokens.ts'
import type { Heard, Listen } from '../listen.ts'
import type { Model } from './model.ts'
import { type Window, windowsOf } from './windows.ts'

/** What one word says by itself, whatever stands beside it. */
interface KnownWord {
  readonly hash: number
  readonly sums: Int32Array
  readonly count: number
}

/** A smaller table than the features were made for folds them onto its own rows. */
interface Masked extends Model {
  readonly mask: number
}

/** Running totals over a text: what its tokens up to each say, by head, in steps of the table. */
interface Totals {
  readonly tokens: readonly Token[]
  readonly sums: Int32Array
  readonly counts: Int32Array
  readonly edges: readonly number[]
}

// Bounded, so that a flood of invented words does not fill the memory of a warm function.
const REMEMBERED = 10_000
const TEXTS_REMEMBERED = 8

/** Judges every trigger of a model at once, in time linear to the text. */
export const createClassifier = (trained: Model): Listen => {
  const model: Masked = { ...trained, mask: trained.table.length / trained.heads.length - 1 }
  const known = new Map<string, KnownWord>()
  return remembering((text) => {
    const totals = total(sentencesOf(text), model, known)
    const windows = windowsOf(totals.edges)
    return model.heads.map((head, at) => {
      const { margin, window } = strongest(totals, windows, model, at)
      const logit = (model.slopes[at] ?? 1) * margin + (model.offsets[at] ?? 0)
      return {
        head,
        probability: 1 / (1 + Math.exp(-logit)),
        matched: telling(text, totals, window, model.heads.length, at),
      }
    })
  })
}

/** Each trigger asks about the same few texts: each is judged once. */
const remembering = (judge: Listen): Listen => {
  const answers = new Map<string, readonly Heard[]>()
  return (text) => {
    const known = answers.get(text)
    if (known !== undefined) return known
    if (answers.size >= TEXTS_REMEMBERED) answers.clear()
    const heard = judge(text)
    answers.set(text, heard)
    return heard
  }
}

const knowWord = (word: string, model: Masked, known: Map<string, KnownWord>): KnownWord => {
  const seen = known.get(word)
  if (seen !== undefined) return seen
  const features = wordFeatures(word)
  const sums = new Int32Array(model.heads.length)
  for (const feature of features) addRow(sums, 0, feature, model)
  const made = { hash: wordHash(word), sums, count: features.length }
  if (known.size >= REMEMBERED) known.clear()
  known.set(word, made)
  return made
}

const addRow = (sums: Int32Array, at: number, feature: number, { table, heads, mask }: Masked): void => {
  const row = (feature & mask) * heads.length
  for (let head = 0; head < heads.length; head++) sums[at + head] = (sums[at + head] ?? 0) + (table[row + head] ?? 0)
}

const total = (sentences: readonly Sentence[], model: Masked, known: Map<string, KnownWord>): Totals => {
  const width = model.heads.length
  const tokens = sentences.flatMap((sentence) => sentence.tokens)
  const sums = new Int32Array((tokens.length + 1) * width)
  const counts = new Int32Array(tokens.length + 1)
  const edges = [0]
  let next = 1
  for (const sentence of sentences) {
    const words = sentence.tokens.map(({ text }) => knowWord(text, model, known))
    const hashes = words.map(({ hash }) => hash)
    words.forEach((word, at) => {
      const features = contextFeatures(hashes, at)
      const all = at === words.length - 1 ? [...features, ...sentence.tone.map(toneFeature)] : features
      for (let head = 0; head < width; head++)
        sums[next * width + head] = (sums[(next - 1) * width + head] ?? 0) + (word.sums[head] ?? 0)
      for (const feature of all) addRow(sums, next * width, feature, model)
      counts[next] = (counts[next - 1] ?? 0) + word.count + all.length
      next++
    })
    edges.push(next - 1)
  }
  return { tokens, sums, counts, edges }
}

const strongest = ({ sums, counts }: Totals, windows: readonly Window[], model: Model, head: number) => {
  const width = model.heads.length
  const bias = model.biases[head] ?? 0
  let margin = windows.length === 0 ? bias : Number.NEGATIVE_INFINITY
  let window: Window = [0, 0]
  for (const one of windows) {
    const [from, to] = one
    const sum = (sums[to * width + head] ?? 0) - (sums[from * width + head] ?? 0)
    const count = (counts[to] ?? 0) - (counts[from] ?? 0)
    const reached = bias + ((model.steps[head] ?? 0) * sum) / Math.sqrt(count || 1)
    if (reached > margin) {
      margin = reached
      window = one
    }
  }
  return { margin, window }
}

/** The stretch of a window whose words together say most: a word that speaks against it ends it. */
const telling = (text: string, { tokens, sums }: Totals, [from, to]: Window, width: number, head: number): string => {
  let best = Number.NEGATIVE_INFINITY
  let running = 0
  let start = from
  let span: Window = [from, from]
  for (let at = from; at < to; at++) {
    if (running <= 0) {
      running = 0
      start = at
    }
    running += (sums[(at + 1) * width + head] ?? 0) - (sums[at * width + head] ?? 0)
    if (running > best) {
      best = running
      span = [start, at + 1]
    }
  }
  return text.slice(tokens[span[0]]?.start ?? 0, tokens[span[1] - 1]?.end ?? 0)
}
