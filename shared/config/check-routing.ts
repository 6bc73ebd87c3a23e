import type { OverflowRule, RoutingRule } from './config.ts'
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
    ...unknown(`routing.${at}.when.trigger`, when.trigger, names.triggers),
    ...unknown(`routing.${at}.when.topic`, when.topic, names.topics),
    ...unknown(`routing.${at}.when.channel`, when.channel, names.channels),
    ...(rules.find(([, rule]) => rule.name === name)?.[0] !== at
      ? [problem(`routing.${at}.name`, name, 'must be the name of one rule only')]
      : []),
  ])

export const checkOverflow = (rules: Overflow, { teams }: Names): readonly string[] =>
  rules.flatMap(([at, { from, to }]) => [
    ...unknown(`overflow.${at}.from`, [from], teams),
    ...unknown(`overflow.${at}.to`, [to], teams),
    ...circle(`overflow.${at}.to`, from, to, rules),
  ])

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
