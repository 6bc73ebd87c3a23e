import type { BatonConfig } from '#shared/config/config.ts'
import { type EscalationAhead, escalationsAhead } from '#shared/routing/escalations-ahead.ts'
import { explainHeadStart } from '#shared/routing/head-start.ts'
import { isOpen, nextOpening } from '#shared/routing/hours.ts'
import { explainRoute } from '#shared/routing/route.ts'
import type { Unmet } from '#shared/routing/unmet.ts'
import type { Case } from './read-case.ts'

export interface RuleVerdict {
  readonly name: string
  /** `after`: it holds, and a rule before it was followed. */
  readonly verdict: 'followed' | 'after' | 'not met'
  readonly unmet: readonly Unmet[]
}

/** Everything that `npm run route` says of a case; times are UTC. */
export interface ExplainedCase extends Pick<Case, 'facts' | 'notes'> {
  readonly at: string
  readonly rule: string
  readonly team: string
  readonly teamName: string
  readonly open: boolean
  /** Of a closed team; absent when it never opens. */
  readonly opens?: string
  readonly timeZone?: string
  readonly rules: readonly (RuleVerdict & { readonly team: string })[]
  readonly overflow: readonly (Omit<EscalationAhead, 'at'> & { readonly at: string })[]
  readonly headStart: { readonly minutes: number; readonly rules: readonly RuleVerdict[] }
}

export const explainCase = ({ facts, at, notes }: Case, config: BatonConfig): ExplainedCase => {
  const { rule, team, rules } = explainRoute(facts, config, at)
  const hours = config.teams[team]?.hours
  const open = isOpen(hours, at)
  const opens = open ? undefined : nextOpening(hours, at)
  const starts = explainHeadStart(facts, config)
  const credit = starts.find(({ unmet }) => unmet.length === 0)?.rule
  return {
    facts,
    notes,
    at: at.toISOString(),
    ...{ rule, team, open },
    teamName: config.teams[team]?.name ?? team,
    ...(opens && { opens: opens.toISOString() }),
    ...(hours && { timeZone: hours.timeZone }),
    rules: judged(rules),
    overflow: escalationsAhead(facts, team, at, config).map((step) => ({ ...step, at: step.at.toISOString() })),
    headStart: {
      minutes: credit?.minutes ?? 0,
      rules: judged(starts.map(({ rule: { name, minutes }, unmet }) => ({ name: name ?? `${minutes} min`, unmet }))),
    },
  }
}

const judged = <Rule extends { readonly unmet: readonly Unmet[] }>(rules: readonly Rule[]) => {
  const followed = rules.findIndex(({ unmet }) => unmet.length === 0)
  return rules.map((rule, at) => {
    const verdict = rule.unmet.length > 0 ? 'not met' : at === followed ? 'followed' : 'after'
    return { ...rule, verdict } as Rule & Pick<RuleVerdict, 'verdict'>
  })
}
