import type { BatonConfig } from '#shared/config/config.ts'
import type { HeldHandoff } from '#shared/handoff/held-handoff.ts'
import { isOpen } from '#shared/routing/hours.ts'
import type { Ending } from './desk-changes.ts'
import type { Matter } from './matters.ts'
import { type Random, weighted } from './random.ts'

const shares = { transferred: 0.05, returned: 0.04 }

const outcomes: readonly (readonly [string, number])[] = [
  ['solved', 0.85],
  ['unsolved', 0.1],
  ['customer-left', 0.03],
  ['duplicate', 0.02],
]
const outcomesOfSpam: readonly (readonly [string, number])[] = [
  ['spam', 0.9],
  ['unsolved', 0.1],
]

/** Payments are another team's, whoever took them first. */
const rightTeam = ({ topic }: Matter): string => (topic === 'payment' ? 'billing' : 'retention')

export interface EndingFacts {
  readonly held: HeldHandoff
  readonly matter: Matter
  readonly config: Pick<BatonConfig, 'teams'>
  readonly now: number
}

/** How a person's work on it ends: passed on once, handed back, or over. */
export const endingOf = ({ held, matter, config, now }: EndingFacts, random: Random): Ending => {
  const { team, transfers, kind } = held.handoff
  const other = rightTeam(matter)
  const isThere = isOpen(config.teams[other]?.hours, new Date(now))
  if (team === 'care' && transfers === 0 && isThere && random.chance(shares.transferred))
    return { kind: 'transfer', team: other }
  if (team === 'care' && kind === 'failure' && random.chance(shares.returned)) return { kind: 'return' }
  const of = matter.id === 'spam' ? outcomesOfSpam : outcomes
  return { kind: 'resolve', outcome: weighted(random, of) ?? 'solved' }
}
