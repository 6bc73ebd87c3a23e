import type { BatonConfig, OverflowRule } from '../config/config.ts'
import type { RoutingFacts } from './facts.ts'
import { nextClosing, nextOpening } from './hours.ts'
import { overflowName } from './overflow.ts'
import { unmetBy } from './unmet.ts'

export interface EscalationAhead {
  readonly at: Date
  readonly from: string
  readonly to: string
  readonly rule: string
}

type OverflowConfig = Pick<BatonConfig, 'overflow' | 'teams'>

const minuteMs = 60_000

/** Where a conversation moves to, one team after the other, if nobody ever takes it; overflows never lead in a circle. */
export const escalationsAhead = (
  facts: RoutingFacts,
  team: string,
  since: Date,
  config: OverflowConfig,
): readonly EscalationAhead[] => {
  const due = config.overflow
    .filter((rule) => rule.from === team && unmetBy({ ...rule.when, teamOpen: undefined }, facts, true).length === 0)
    .flatMap((rule) => {
      const at = dueAt(rule, since, config)
      return at ? [{ rule, at }] : []
    })
    .sort((one, other) => one.at.getTime() - other.at.getTime())[0]
  if (!due) return []
  const { at, rule } = due
  const step = { at, from: team, to: rule.to, rule: overflowName(rule) }
  return [step, ...escalationsAhead(facts, rule.to, at, config)]
}

const dueAt = (
  { from, afterMinutes, when }: OverflowRule,
  since: Date,
  { teams }: OverflowConfig,
): Date | undefined => {
  const waited = new Date(since.getTime() + afterMinutes * minuteMs)
  if (when?.teamOpen === undefined) return waited
  return when.teamOpen ? nextOpening(teams[from]?.hours, waited) : nextClosing(teams[from]?.hours, waited)
}
