import type { BatonConfig, RoutingRule } from '../config/config.ts'
import type { RoutingFacts } from './facts.ts'
import { isOpen } from './hours.ts'
import { type Unmet, unmetBy } from './unmet.ts'

export interface Route {
  readonly team: string
  /** The rule's name, or `default`. */
  readonly rule: string
  /** A rule (or the default) named this team and there is none: the caller raises the alarm. */
  readonly unknownTeam?: string
}

/** One rule as a case meets it. */
export interface ExplainedRule {
  readonly name: string
  readonly team: string
  readonly unmet: readonly Unmet[]
}

export interface ExplainedRoute extends Route {
  /** Every rule in the company's order; the first without an unmet condition is the one that was followed. */
  readonly rules: readonly ExplainedRule[]
}

export type RoutingConfig = Pick<BatonConfig, 'teams' | 'defaultTeam' | 'routing'>

/** Top-down, the first rule that holds names the team; whatever none of them names goes to the default team. */
export const route = (facts: RoutingFacts, config: RoutingConfig, at: Date): Route =>
  routeBy(
    config.routing.find((rule) => unmetRule(rule, facts, config, at).length === 0),
    config,
  )

/** The same, with why each rule holds or does not. */
export const explainRoute = (facts: RoutingFacts, config: RoutingConfig, at: Date): ExplainedRoute => {
  const rules = config.routing.map((rule) => ({
    name: rule.name,
    team: rule.team,
    unmet: unmetRule(rule, facts, config, at),
  }))
  return {
    ...routeBy(
      rules.find(({ unmet }) => unmet.length === 0),
      config,
    ),
    rules,
  }
}

const unmetRule = ({ when, team }: RoutingRule, facts: RoutingFacts, { teams }: RoutingConfig, at: Date) =>
  unmetBy(when, facts, isOpen(teams[team]?.hours, at))

const routeBy = (rule: Pick<RoutingRule, 'team' | 'name'> | undefined, config: RoutingConfig): Route =>
  rule === undefined ? known(config.defaultTeam, 'default', config) : known(rule.team, rule.name, config)

const known = (team: string, rule: string, { teams, defaultTeam }: RoutingConfig): Route => {
  if (Object.hasOwn(teams, team)) return { team, rule }
  // A conversation with nowhere to go still goes somewhere: the default team, or failing that the first.
  const fallback = Object.hasOwn(teams, defaultTeam) ? defaultTeam : (Object.keys(teams)[0] ?? defaultTeam)
  return { team: fallback, rule, unknownTeam: team }
}
