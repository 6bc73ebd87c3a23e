import { articlesOf } from '../assistant/cite.ts'
import type { ReplyEvidence } from '../thread/message.ts'
import type { Decision } from './turn.ts'

export type Answer = Decision & { readonly kind: 'answer' }

/** Enough to compare by; the other fourteen digits would be stored as well. */
const rounded = (confidence: number): number => Math.round(confidence * 1_000) / 1_000

/** What was offered to the model, and what of it the answer rests on. */
export const evidenceOf = ({ draft, passages, records = [] }: Answer): ReplyEvidence => {
  const { signals, sources } = draft
  const used = new Set(sources.passages.map(({ url }) => url))
  const usedTools = [...new Set(sources.records.map(({ tool }) => tool))]
  return {
    passages: articlesOf(passages).map(({ title, url, confidence }) => ({
      title,
      url,
      confidence: rounded(confidence),
      ...(used.has(url) && { used: true as const }),
    })),
    wish: signals.wish,
    ...(signals.topic !== undefined && { topic: signals.topic }),
    ...(usedTools.length > 0 && { usedTools }),
    ...(records.length > 0 && { records }),
  }
}
