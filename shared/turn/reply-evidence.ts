import { articlesOf } from '../assistant/cite.ts'
import type { OfferedArticle, ReplyEvidence } from '../thread/message.ts'
import type { TurnBasis } from '../thread/turn-basis.ts'
import type { Decision } from './turn.ts'
import { type FoundBasis, keptPassage } from './turn-notes.ts'

/** The best that were offered are kept whether they were used or not: each more is paid for with every write. */
const mostUnused = 2

export type Answer = Decision & { readonly kind: 'answer' }

/** Topic, wish and the passages stand beside it. */
const beside = ({ passages: _, signals, ...basis }: FoundBasis): FoundBasis => {
  const { topic: __, wish: ___, ...signs } = signals ?? {}
  return { ...basis, ...(signals && { signals: signs }) }
}

/** What was offered to the model, what of it the answer rests on, and what the turn went by. */
export const evidenceOf = (
  { draft, passages, records = [], basis = {} }: Answer,
  always: Pick<TurnBasis, 'configVersion' | 'language' | 'customer'>,
): ReplyEvidence => {
  const { signals, sources } = draft
  const used = new Set(sources.passages.map(({ url }) => url))
  const usedTools = [...new Set(sources.records.map(({ tool }) => tool))]
  return {
    passages: articlesOf(passages)
      .filter(({ url }, index) => index < mostUnused || used.has(url))
      .map((passage, index): OfferedArticle => {
        const { sureness, topic, ...shown } = keptPassage(passage)
        // The floors are held to the first, and routes go by its topic.
        const first = index === 0 && {
          ...(sureness !== undefined && { sureness }),
          ...(topic !== undefined && { topic }),
        }
        return { ...shown, ...first, ...(used.has(shown.url) && { used: true }) }
      }),
    wish: signals.wish,
    ...(signals.topic !== undefined && { topic: signals.topic }),
    ...(usedTools.length > 0 && { usedTools }),
    ...(records.length > 0 && { records }),
    basis: { ...always, ...beside(basis) },
  }
}
