import type { TriggerConfig } from '../config/config.ts'
import { score, strongest } from './phrase-book.ts'
import { books } from './phrases/books.ts'
import { read } from './reading.ts'
import { tone } from './tone.ts'
import { type Fired, failure, type Judged, quote } from './trigger.ts'

/** Anger in words, in tone, or a little of both in one message. */
export const frustration = ({ messages }: Judged, config: TriggerConfig): Fired | undefined => {
  const { enabled, threshold } = config.frustration
  if (!enabled) return undefined
  for (const message of messages) {
    const said = books.frustration(read(message))
    const matches = [...said, ...tone(message)]
    const best = strongest(matches)
    const total = score(matches)
    if (best === undefined || total < threshold) continue
    const evidence = { matched: best.matched, score: Number(total.toFixed(3)), threshold }
    return failure(
      'frustration',
      said.length > 0 ? evidence : { ...evidence, detail: 'shouts' },
      `is angry or exasperated: ${quote(best.matched)}`,
    )
  }
  return undefined
}
