import type { BatonConfig, RoutingRule } from '../config/config.ts'
import type { TriggerKind } from '../triggers/trigger.ts'
import { isOpen } from './hours.ts'

/** What a handoff is routed by. */
export interface RoutingFacts {
  /** All that fired: a rule over trigger, kind and topic holds when one of them meets all three. */
  readonly fired: readonly { readonly trigger: string; readonly kind: TriggerKind; readonly topic?: string }[]
  readonly channel: string
  readonly language?: string
  readonly tier?: string
  readonly value?: number
}

export interface Route {
  readonly team: string
  /** The rule's name, or `default`. */
  readonly rule: string
  /** A rule (or the default) named this team and there is none: the caller raises the alarm. */
  readonly unknownTeam?: string
}

type RoutingConfig = Pick<BatonConfig, 'teams' | 'defaultTeam' | 'routing'>

/** Top-down, the first rule that holds names the team; whatever none of them names goes to the default team. */
export const route = (facts: RoutingFacts, config: RoutingConfig, at: Date): Route => {
  const rule = config.routing.find((one) => holds(one, facts, config, at))
  if (rule === undefined) return known(config.defaultTeam, 'default', config)
  return known(rule.team, rule.name, config)
}

const known = (team: string, rule: string, { teams, defaultTeam }: RoutingConfig): Route => {
  if (Object.hasOwn(teams, team)) return { team, rule }
  // A conversation with nowhere to go still goes somewhere: the default team, or failing that the first.
  const fallback = Object.hasOwn(teams, defaultTeam) ? defaultTeam : (Object.keys(teams)[0] ?? defaultTeam)
  return { team: fallback, rule, unknownTeam: team }
}

const holds = ({ when, team }: RoutingRule, facts: RoutingFacts, config: RoutingConfig, at: Date): boolean =>
  facts.fired.some(
    (one) => listed(when.trigger, one.trigger) && is(when.kind, one.kind) && listed(when.topic, one.topic),
  ) &&
  (when.language === undefined || when.language.some((language) => speaks(language, facts.language))) &&
  listed(when.channel, facts.channel) &&
  listed(when.tier, facts.tier) &&
  (when.minimumValue === undefined || (facts.value ?? Number.NEGATIVE_INFINITY) >= when.minimumValue) &&
  is(when.teamOpen, isOpen(config.teams[team]?.hours, at))

const is = <T>(wanted: T | undefined, actual: T): boolean => wanted === undefined || wanted === actual

const listed = (wanted: readonly string[] | undefined, actual: string | undefined): boolean =>
  wanted === undefined || (actual !== undefined && wanted.includes(actual))

/** A rule for "pt" takes "pt-BR"; a rule for "pt-BR" takes only that. */
const speaks = (wanted: string, actual = ''): boolean => {
  const [rule, customer] = [wanted.toLowerCase(), actual.toLowerCase()]
  return customer === rule || customer.startsWith(`${rule}-`)
}
