import type { Scored } from '#shared/knowledge/bedrock-knowledge.ts'

/** An article with the questions that its author noted. */
export interface Asked {
  readonly articleId: string
  readonly topic?: string | undefined
  readonly question: string
}

/** A score, and whether the passage that has it answers the question. */
export interface Row {
  readonly score: number
  readonly holds: boolean
}

type Found = Pick<Scored, 'articleId' | 'topic' | 'score'>

/** The same article, or the same matter in another language. */
const answers = ({ articleId, topic }: Asked, found: Found): boolean =>
  found.articleId === articleId || (topic !== undefined && found.topic === topic)

/**
 * Two rows of one question: its best passage, right where it is of the article that notes the question; and the best
 * one that is not, wrong, which is what the same question would find if nobody had written the matter down.
 */
export const rowsOf = (asked: Asked, found: readonly Found[]): readonly Row[] => {
  const scored = found.flatMap((one) => (one.score === undefined ? [] : [{ one, score: one.score }]))
  const [best] = scored.toSorted((a, b) => b.score - a.score)
  if (!best) return []
  const others = scored.filter(({ one }) => !answers(asked, one)).map(({ score }) => score)
  const isRight = answers(asked, best.one)
  // A best passage that is wrong is the second row already.
  return [
    ...(isRight ? [{ score: best.score, holds: true }] : []),
    ...(others.length > 0 ? [{ score: Math.max(...others), holds: false }] : []),
  ]
}

/** Expected calibration error over ten bins of as many rows each. */
export const calibrationError = (rows: readonly Row[], probability: (score: number) => number): number => {
  const sorted = rows
    .map(({ score, holds }) => ({ claimed: probability(score), holds: Number(holds) }))
    .sort((a, b) => a.claimed - b.claimed)
  const bins = Math.min(10, sorted.length)
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const errors = Array.from({ length: bins }, (_, bin) => {
    const part = sorted.slice((bin * sorted.length) / bins, ((bin + 1) * sorted.length) / bins)
    const gap = Math.abs(mean(part.map(({ claimed }) => claimed)) - mean(part.map(({ holds }) => holds)))
    return gap * part.length
  })
  return errors.reduce((sum, error) => sum + error, 0) / sorted.length
}
