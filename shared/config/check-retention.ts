import type { BatonConfig } from './config.ts'
import { keptFor } from './kept-for.ts'

/** For good is longer than anything. */
const lasting = (days: number): number => (days === 0 ? Number.POSITIVE_INFINITY : days)
const named = (days: number): string => (days === 0 ? 'kept for good' : `${days}`)

/** Nothing outlives what it belongs to, or quotes. */
export const checkRetention = ({ retention }: Pick<BatonConfig, 'retention'>): readonly string[] => {
  const kept = keptFor(retention)
  const within = [
    ['textDays', 'recordDays'],
    ['attachmentDays', 'textDays'],
    ['reportDays', 'textDays'],
  ] as const
  return within
    .filter(([part, whole]) => lasting(kept[part]) > lasting(kept[whole]))
    .map(
      ([part, whole]) =>
        `retention.${part}: ${named(kept[part])} outlives retention.${whole}, which is ${named(kept[whole])}`,
    )
}
