import type { HeadStartRule, OverflowRule, RoutingRule } from './config.ts'
import { oneOf, problem } from './problem.ts'
import type { Entries } from './sound-entries.ts'

/** Names that rules may use. */
export interface Names {
  /** Unknown where none is written: that is told once, not for each rule. */
  readonly teams: readonly string[] | undefined
  readonly triggers: readonly string[]
  /** Unknown where the articles are. */
  readonly topics: readonly string[] | undefined
  readonly channels: readonly string[]
}

type Overflow = Entries<OverflowRule>

export const checkDefaultTeam = (team: string, { teams }: Names): readonly string[] =>
  unknown('defaultTeam', [team], teams)

export const checkRouting = (rules: Entries<RoutingRule>, names: Names): readonly string[] =>
  rules.flatMap(([at, { name, when, team }]) => [
    ...unknown(`routing.${at}.team`, [team], names.teams),
    ...checkWhen(`routing.${at}.when`, when, names),
    ...checkName(`routing.${at}.name`, name, at, rules),
  ])

export const checkOverflow = (rules: Overflow, names: Names): readonly string[] =>
  rules.flatMap(([at, { name, from, to, afterMinutes, when }]) => [
    ...unknown(`overflow.${at}.from`, [from], names.teams),
    ...unknown(`overflow.${at}.to`, [to], names.teams),
    ...checkWhen(`overflow.${at}.when`, when, names),
    ...checkName(`overflow.${at}.name`, name, at, rules),
    ...circle(`overflow.${at}.to`, from, to, rules),
    ...(afterMinutes === 0 && when === undefined
      ? [problem(`overflow.${at}.afterMinutes`, afterMinutes, 'must be more than 0, or have a "when"')]
      : []),
  ])

export const checkHeadStart = (rules: Entries<HeadStartRule>, names: Names): readonly string[] =>
  rules.flatMap(([at, { name, when }]) => [
    ...checkWhen(`headStart.${at}.when`, when, names),
    ...checkName(`headStart.${at}.name`, name, at, rules),
  ])

const checkWhen = (field: string, when: RoutingRule['when'] = {}, names: Names): readonly string[] => [
  ...unknown(`${field}.trigger`, when.trigger, names.triggers),
  ...unknown(`${field}.topic`, when.topic, names.topics),
  ...unknown(`${field}.channel`, when.channel, names.channels),
]

/** The log tells by its name which rule decided. */
const checkName = (
  field: string,
  name: string | undefined,
  at: string,
  rules: Entries<{ readonly name?: string | undefined }>,
): readonly string[] =>
  name !== undefined && rules.find(([, rule]) => rule.name === name)?.[0] !== at
    ? [problem(field, name, 'must be the name of one rule only')]
    : []

/** A conversation that overflows back would move between two lines for ever, each time a wait later. */
const circle = (field: string, from: string, to: string, rules: Overflow): readonly string[] => {
  if (from === to) return [problem(field, to, 'must be another team than "from"')]
  return reach(to, rules).has(from) ? [problem(field, to, `must not lead back to ${JSON.stringify(from)}`)] : []
}

/** Every team that a conversation of this team can overflow to, however many steps away. */
const reach = (team: string, rules: Overflow): ReadonlySet<string> => {
  const reached = new Set([team])
  // A set's loop also visits what is added on the way.
  for (const at of reached) for (const [, rule] of rules) if (rule.from === at) reached.add(rule.to)
  return reached
}

type Listed = readonly string[] | undefined

const unknown = (field: string, given: Listed, known: Listed): readonly string[] =>
  known ? (given ?? []).filter((name) => !known.includes(name)).map((name) => problem(field, name, oneOf(known))) : []
