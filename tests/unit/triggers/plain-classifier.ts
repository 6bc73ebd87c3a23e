import type { Model } from '#shared/triggers/classifier/model.ts'
import { windowsOf } from '#shared/triggers/classifier/windows.ts'
import type { Stretch } from '#shared/triggers/listen.ts'
import { featuresOf } from '#shared/words/features.ts'
import { type Sentence, sentencesOf } from '#shared/words/tokens.ts'

/** What the rows that each token brings into its sentence say, the last one's with the end and the tone. */
const rowsByToken = ({ tokens, tone }: Sentence): readonly (readonly number[])[] => {
  const whole = [...featuresOf([{ tokens, tone }])]
  let taken = 0
  return tokens.map((_, at) => {
    const alone = featuresOf([{ tokens: tokens.slice(at, at + 1), tone: [] }]).length
    // Alone a word has an edge on both sides; in a row, two neighbours more and only the last one an edge behind.
    const count = at === tokens.length - 1 ? whole.length - taken : alone - 1 + (at > 0 ? 2 : 0)
    taken += count
    return whole.slice(taken - count, taken)
  })
}

const left = (sentence: Sentence, denied: readonly Stretch[]): readonly Sentence[] => {
  const tokens = sentence.tokens.filter(({ start, end }) => !denied.some(([from, to]) => start < to && from < end))
  return tokens.length === 0 ? [] : [{ tokens, tone: sentence.tone }]
}

/** The classifier without any of its shortcuts: every row of every window is looked up. By head. */
export const heardPlainly = (model: Model, text: string, denied: readonly Stretch[] = []): readonly number[] => {
  const sentences = sentencesOf(text).flatMap((one) => left(one, denied))
  const rows = sentences.flatMap(rowsByToken)
  const edges = [0]
  for (const { tokens } of sentences) edges.push((edges.at(-1) ?? 0) + tokens.length)
  return model.heads.map((_, head) => {
    const bias = model.biases[head] ?? 0
    const margins = windowsOf(edges).map(([from, to]) => {
      const own = rows.slice(from, to).flat()
      const sum = own.reduce((before, row) => before + (model.table[row * model.heads.length + head] ?? 0), 0)
      return bias + ((model.steps[head] ?? 0) * sum) / Math.sqrt(own.length || 1)
    })
    const logit = (model.slopes[head] ?? 1) * Math.max(...(margins.length === 0 ? [bias] : margins))
    return 1 / (1 + Math.exp(-logit - (model.offsets[head] ?? 0)))
  })
}
