import type { RoutingRule } from '../config/config.ts'
import type { Finding, RoutingFacts } from './facts.ts'

export type When = RoutingRule['when']

/** A condition that does not hold, with what the rule wants and what there is. */
export interface Unmet {
  /** As the configuration names it; `attributes.plan` for one attribute. */
  readonly condition: string
  readonly wanted: unknown
  /** Absent where nothing is known of it. */
  readonly actual?: unknown
}

/** Which of a rule's conditions do not hold; none: the rule does. `teamOpen` is about the team that the caller names. */
export const unmetBy = (when: When, facts: RoutingFacts, isTeamOpen: boolean): readonly Unmet[] => [
  ...unmetOfFindings(when, facts.fired),
  ...unless(
    when.language === undefined || when.language.some((language) => speaks(language, facts.language)),
    'language',
    when.language,
    facts.language,
  ),
  ...unless(listed(when.channel, facts.channel), 'channel', when.channel, facts.channel),
  ...unless(listed(when.tier, facts.tier), 'tier', when.tier, facts.tier),
  ...unless(
    when.minimumValue === undefined || (facts.value ?? Number.NEGATIVE_INFINITY) >= when.minimumValue,
    'minimumValue',
    when.minimumValue,
    facts.value,
  ),
  ...Object.entries(when.attributes ?? {}).flatMap(([name, wanted]) => {
    const actual = attributeOf(facts, name)
    return unless(listed(wanted, actual), `attributes.${name}`, wanted, actual)
  }),
  ...unless(is(when.teamOpen, isTeamOpen), 'teamOpen', when.teamOpen, isTeamOpen),
]

const unless = (met: boolean, condition: string, wanted: unknown, actual: unknown): readonly Unmet[] =>
  met ? [] : [{ condition, wanted, ...(actual !== undefined && { actual }) }]

const ofOne = {
  trigger: (when: When, { trigger }: Finding) => listed(when.trigger, trigger),
  kind: (when: When, { kind }: Finding) => is(when.kind, kind),
  topic: (when: When, { topic }: Finding) => listed(when.topic, topic),
} as const

const names = ['trigger', 'kind', 'topic'] as const

/** One finding has to meet all three: of an angry customer's legal matter, a rule for legal failures takes neither. */
const unmetOfFindings = (when: When, fired: readonly Finding[]): readonly Unmet[] => {
  if (names.every((name) => when[name] === undefined)) return []
  if (fired.some((one) => names.every((name) => ofOne[name](when, one)))) return []
  const missed = names.filter((name) => !fired.some((one) => ofOne[name](when, one)))
  if (missed.length === 0)
    return [{ condition: 'trigger, kind and topic of one finding', wanted: only(when), actual: fired.map(only) }]
  return missed.flatMap((name) => unless(false, name, when[name], valuesOf(fired, name)))
}

const only = ({ trigger, kind, topic }: Pick<When, (typeof names)[number]> | Finding): object => ({
  ...(trigger !== undefined && { trigger }),
  ...(kind !== undefined && { kind }),
  ...(topic !== undefined && { topic }),
})

const valuesOf = (fired: readonly Finding[], name: (typeof names)[number]): readonly string[] | undefined => {
  const values = new Set(fired.flatMap((one) => one[name] ?? []))
  return values.size > 0 ? [...values] : undefined
}

const attributeOf = ({ attributes = {} }: RoutingFacts, name: string): string | undefined =>
  Object.hasOwn(attributes, name) ? attributes[name] : undefined

const is = <T>(wanted: T | undefined, actual: T): boolean => wanted === undefined || wanted === actual

const listed = (wanted: readonly string[] | undefined, actual: string | undefined): boolean =>
  wanted === undefined || (actual !== undefined && wanted.includes(actual))

/** A rule for "pt" takes "pt-BR"; a rule for "pt-BR" takes only that. */
const speaks = (wanted: string, actual = ''): boolean => {
  const [rule, customer] = [wanted.toLowerCase(), actual.toLowerCase()]
  return customer === rule || customer.startsWith(`${rule}-`)
}
