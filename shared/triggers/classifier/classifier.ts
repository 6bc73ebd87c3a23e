import { Remembered } from '../../words/remembered.ts'
import type { Heard, Listen } from '../listen.ts'
import type { Model } from './model.ts'
import { type TextTotals, Totalling } from './totals.ts'
import { type Window, windowsOf } from './windows.ts'

/** Judges every trigger of a model at once, in time linear to the text. */
export const createClassifier = (model: Model): Listen => {
  const totalling = new Totalling(model)
  // Each trigger asks about the same few texts.
  const known = new Remembered<string, ReturnType<Totalling['totals']>>(8)
  const answers = new Remembered<string, readonly Heard[]>(8)
  const judge = (text: string, sentences: ReturnType<Totalling['totals']>): readonly Heard[] => {
    const totals = totalling.join(sentences)
    const windows = windowsOf(totals.edges)
    return model.heads.map((head, at) => heardBy(head, at, { text, totals, windows, model }))
  }
  return (text, denied = []) => {
    const sentences = known.get(text) ?? totalling.totals(text)
    known.set(text, sentences)
    if (denied.length > 0) return judge(text, totalling.without(sentences, denied))
    const heard = answers.get(text) ?? judge(text, sentences)
    answers.set(text, heard)
    return heard
  }
}

interface Judging {
  readonly text: string
  readonly totals: TextTotals
  readonly windows: readonly Window[]
  readonly model: Model
}

const heardBy = (head: string, at: number, { text, totals, windows, model }: Judging): Heard => {
  const { margin, window } = strongest(totals, windows, model, at)
  const logit = (model.slopes[at] ?? 1) * margin + (model.offsets[at] ?? 0)
  const matched = telling(text, totals, window, model.heads.length, at)
  return { head, probability: 1 / (1 + Math.exp(-logit)), matched }
}

const strongest = ({ sums, counts }: TextTotals, windows: readonly Window[], model: Model, head: number) => {
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
const telling = (
  text: string,
  { tokens, sums }: TextTotals,
  [from, to]: Window,
  width: number,
  head: number,
): string => {
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
