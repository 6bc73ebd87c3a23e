import type { BatonConfig } from '../config/config.ts'
import { type CaseConfig, casesOf, type PossibleCases } from './cases.ts'
import type { RoutingFacts } from './facts.ts'
import { isOpen } from './hours.ts'
import { openTimes } from './open-times.ts'
import { overflowName } from './overflow.ts'
import { unmetBy, type When } from './unmet.ts'

export interface Surveyed extends PossibleCases {
  readonly config: RulesConfig
  /** A moment for each way in which the teams whose hours a rule asks for can be open and closed at once. */
  readonly times: readonly Date[]
}

type RulesConfig = CaseConfig & Pick<BatonConfig, 'teams' | 'routing' | 'overflow' | 'headStart'>

/** What there is to be asked about a configuration's rules; hours are looked at from here on, for a year. */
export const surveyOf = (config: RulesConfig, articleTopics: readonly string[], from: Date): Surveyed => {
  const rules = ranked(config)
  // Only topics that a rule names tell one case from another.
  const named = new Set(rules.flatMap(({ when }) => when.topic ?? []))
  const asked = rules.flatMap(({ when, team }) => (when.teamOpen !== undefined && team !== undefined ? [team] : []))
  return {
    config,
    articleTopics: [...new Set(articleTopics)].filter((topic) => named.has(topic)),
    times: openTimes([...new Set(asked)].sort(), config.teams, from),
  }
}

/** A rule of any of the three lists, among those that come before it there. */
export interface Ranked {
  /** As the configuration places it, such as `routing.2`. */
  readonly place: string
  readonly name: string
  readonly when: When
  /** Whose hours `teamOpen` means. */
  readonly team?: string
  /** Rules that are asked first wherever this one is. */
  readonly before: readonly Ranked[]
}

/** A case that a rule takes, and when. */
export interface Firing {
  readonly facts: RoutingFacts
  readonly at: Date
}

/** All rules with what comes before each of them. */
export const ranked = ({ routing, overflow, headStart }: RulesConfig): readonly Ranked[] => [
  ...inOrder(
    routing.map(({ name, when, team }, at) => ({ place: `routing.${at}`, name, when, team })),
    () => true,
  ),
  // One that is due earlier, or as early, and listed before is always asked before.
  ...inOrder(
    overflow.map((rule, at) => {
      const { when = {}, from, afterMinutes } = rule
      return { place: `overflow.${at}`, name: overflowName(rule), when, team: from, afterMinutes }
    }),
    (earlier, rule) => earlier.team === rule.team && earlier.afterMinutes <= rule.afterMinutes,
  ),
  ...inOrder(
    headStart.map(({ name, when, minutes }, at) => ({
      place: `headStart.${at}`,
      name: name ?? `${minutes} min`,
      when,
    })),
    () => true,
  ),
]

const inOrder = <Rule extends Omit<Ranked, 'before'>>(
  rules: readonly Rule[],
  precedes: (earlier: Rule, rule: Rule) => boolean,
): readonly Ranked[] => {
  const all: (Rule & Ranked)[] = []
  for (const rule of rules) all.push({ ...rule, before: all.filter((earlier) => precedes(earlier, rule)) })
  return all
}

/** More cases than this, and the rule is taken for one that fires: only lists of many attributes come so far. */
const mostCases = 200_000

/** The first case that this rule takes, and none of the others: nothing if there is none. */
export const firingOf = (
  rule: Pick<Ranked, 'when' | 'team'>,
  before: readonly Ranked[],
  survey: Surveyed,
): Firing | 'too many' | undefined => {
  let tried = 0
  for (const facts of casesOf(rule.when, survey))
    for (const at of survey.times) {
      if (takes(rule, facts, at, survey) && !before.some((one) => takes(one, facts, at, survey))) return { facts, at }
      tried += 1
      if (tried > mostCases) return 'too many'
    }
  return undefined
}

const takes = ({ when, team }: Pick<Ranked, 'when' | 'team'>, facts: RoutingFacts, at: Date, survey: Surveyed) =>
  unmetBy(when, facts, when.teamOpen === undefined || isOpen(survey.config.teams[team ?? '']?.hours, at)).length === 0

/** Rules that no case can reach. */
export const deadRules = (survey: Surveyed): readonly Ranked[] =>
  ranked(survey.config).filter((rule) => firingOf(rule, rule.before, survey) === undefined)
