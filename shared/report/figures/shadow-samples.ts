import { createHash } from 'node:crypto'
import { cut } from '../clusters/choose.ts'
import { masked } from '../clusters/masked.ts'
import type { ShadowStretch } from './shadow.ts'

/** What a customer wrote at the turn, and what in it made the trigger fire. */
export interface ShadowSample {
  readonly text: string
  readonly language: string
  readonly conversationId: string
  /** In the customer's words. */
  readonly matched?: string
  readonly score: number
  readonly threshold: number
  /** 0 at the same turn; absent where nobody was handed off. */
  readonly turnsEarlier?: number
}

const most = 5
const longest = { text: 240, matched: 80 } as const

const lotOf = ({ finding: { conversationId, at } }: ShadowStretch): string =>
  createHash('md5').update(`${conversationId} ${at}`).digest('hex')

const sampleOf = ({ finding, turnsEarlier }: ShadowStretch): ShadowSample => {
  const { asked, conversationId, facts, evidence } = finding
  const { matched, score, threshold } = evidence
  return {
    text: cut(masked(asked), longest.text),
    language: facts.language ?? '',
    conversationId,
    ...(matched !== undefined && { matched: cut(masked(matched), longest.matched) }),
    score,
    threshold,
    ...(turnsEarlier !== undefined && { turnsEarlier }),
  }
}

/** New handoffs before earlier ones, as the lot falls: the same ones for the same log. No text twice. */
export const shadowSamples = (stretches: readonly ShadowStretch[]): readonly ShadowSample[] => {
  const order = ({ turnsEarlier }: ShadowStretch): number => (turnsEarlier === undefined ? 0 : turnsEarlier > 0 ? 1 : 2)
  const drawn = stretches
    .map((stretch) => ({ stretch, lot: lotOf(stretch) }))
    .toSorted((a, b) => order(a.stretch) - order(b.stretch) || (a.lot < b.lot ? -1 : 1))
  const samples = new Map<string, ShadowSample>()
  for (const { stretch } of drawn) {
    if (samples.size === most) break
    const sample = sampleOf(stretch)
    if (sample.text !== '' && !samples.has(sample.text)) samples.set(sample.text, sample)
  }
  return [...samples.values()]
}
