import type { BatonConfig, OverflowRule } from '../config/config.ts'
import type { RoutingFacts } from './facts.ts'
import { isOpen } from './hours.ts'
import { type Unmet, unmetBy } from './unmet.ts'

/** A waiting conversation as overflow sees it; the line hands in its own entries. */
export interface Waiting {
  readonly team: string
  /** When it entered this team's line, not when it began: a move does not trigger the next one at once. */
  readonly waitingSince: Date
  readonly facts: RoutingFacts
}

export interface Move<Entry extends Waiting> {
  readonly entry: Entry
  readonly to: string
  readonly afterMinutes: number
  /** The rule's name. */
  readonly rule: string
}

type OverflowConfig = Pick<BatonConfig, 'overflow' | 'teams'>

const MINUTE_MS = 60_000

/** Which entries have waited long enough to move, and where to; their place by total time goes with them. */
export const movesDue = <Entry extends Waiting>(
  entries: readonly Entry[],
  config: OverflowConfig,
  at: Date,
): readonly Move<Entry>[] =>
  entries.flatMap((entry) => {
    const rule = config.overflow.find((one) => isDue(one, entry, config, at))
    return rule ? [{ entry, to: rule.to, afterMinutes: rule.afterMinutes, rule: overflowName(rule) }] : []
  })

const isDue = (rule: OverflowRule, { team, waitingSince, facts }: Waiting, config: OverflowConfig, at: Date): boolean =>
  rule.from === team &&
  rule.to !== team &&
  Object.hasOwn(config.teams, rule.to) &&
  at.getTime() - waitingSince.getTime() >= rule.afterMinutes * MINUTE_MS &&
  unmetOverflow(rule, facts, config, at).length === 0

/** `teamOpen` is about the team whose line it is: a closed team may hand over who waits for it. */
export const unmetOverflow = (
  { when = {}, from }: OverflowRule,
  facts: RoutingFacts,
  { teams }: Pick<BatonConfig, 'teams'>,
  at: Date,
): readonly Unmet[] => unmetBy(when, facts, isOpen(teams[from]?.hours, at))

/** As the log names it. */
export const overflowName = ({ name, from, afterMinutes, to }: OverflowRule): string =>
  name ?? `${from} to ${to} after ${afterMinutes} min`
