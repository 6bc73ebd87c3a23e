import { Remembered } from '../../words/remembered.ts'
import { type Sentence, sentencesOf } from '../../words/tokens.ts'
import type { Heard, Listen } from '../listen.ts'
import type { Model } from './model.ts'
import { Totalling, type Totals } from './totals.ts'
import { type Window, windowsOf } from './windows.ts'

interface Told {
  readonly sentences: readonly Sentence[]
  readonly totals: Totals
  readonly heard: readonly Heard[]
}

/** Judges every trigger of a model at once, in time linear to the text. */
export const createClassifier = (model: Model): Listen => {
  const totalling = new Totalling(model)
  // Each trigger asks about the same few texts.
  const known = new Remembered<string, Told>(8)
  const tell = (text: string): Told => {
    const sentences = sentencesOf(text)
    const totals = totalling.totals(sentences)
    const windows = windowsOf(totals.edges)
    const heard = model.heads.map((_, head) => heardBy(model, head, { text, totals, windows, place: head }))
    return { sentences, totals, heard }
  }
  return (text, denied = [], asked = undefined) => {
    const told = known.get(text) ?? tell(text)
    known.set(text, told)
    if (denied.length === 0) return told.heard
    return model.heads.flatMap((name, head) => {
      if (asked !== undefined && asked !== name) return []
      const totals = totalling.without(denied, told.sentences, told.totals, head)
      return [heardBy(model, head, { text, totals, windows: windowsOf(totals.edges), place: 0 })]
    })
  }
}

interface Judging {
  readonly text: string
  readonly totals: Totals
  readonly windows: readonly Window[]
  /** The head's among those that the totals are of. */
  readonly place: number
}

const heardBy = (model: Model, head: number, judging: Judging): Heard => {
  const { margin, window } = strongest(model, head, judging)
  const logit = (model.slopes[head] ?? 1) * margin + (model.offsets[head] ?? 0)
  return { head: model.heads[head] ?? '', probability: 1 / (1 + Math.exp(-logit)), matched: telling(judging, window) }
}

const strongest = (model: Model, head: number, { totals: { sums, counts, width }, windows, place }: Judging) => {
  const bias = model.biases[head] ?? 0
  const step = model.steps[head] ?? 0
  let margin = windows.length === 0 ? bias : Number.NEGATIVE_INFINITY
  let window: Window = [0, 0]
  for (const one of windows) {
    const [from, to] = one
    const sum = (sums[to * width + place] ?? 0) - (sums[from * width + place] ?? 0)
    const count = (counts[to] ?? 0) - (counts[from] ?? 0)
    const reached = bias + (step * sum) / Math.sqrt(count || 1)
    if (reached > margin) {
      margin = reached
      window = one
    }
  }
  return { margin, window }
}

/** The stretch of a window whose words together say most: a word that speaks against it ends it. */
const telling = ({ text, totals: { tokens, sums, width }, place }: Judging, [from, to]: Window): string => {
  let best = Number.NEGATIVE_INFINITY
  let running = 0
  let start = from
  let span: Window = [from, from]
  for (let at = from; at < to; at++) {
    if (running <= 0) {
      running = 0
      start = at
    }
    running += (sums[(at + 1) * width + place] ?? 0) - (sums[at * width + place] ?? 0)
    if (running > best) {
      best = running
      span = [start, at + 1]
    }
  }
  return text.slice(tokens[span[0]]?.start ?? 0, tokens[span[1] - 1]?.end ?? 0)
}
