import { deadRules, firingOf, type Ranked, type Surveyed } from './dead-rules.ts'
import type { When } from './unmet.ts'

/** One line for each rule that can never fire, with the reason. */
export const deadRuleLines = (survey: Surveyed): readonly string[] =>
  deadRules(survey).map(
    (rule) => `${rule.place} (${JSON.stringify(rule.name)}) can never fire: ${whyDead(rule, survey)}`,
  )

const whyDead = (rule: Ranked, survey: Surveyed): string =>
  firingOf(rule, [], survey) === undefined ? contradiction(rule, survey) : shadow(rule, survey)

/** The fewest of its conditions that no case meets together. */
const contradiction = (rule: Ranked, survey: Surveyed): string => {
  const conditions = Object.entries(rule.when).filter(([, wanted]) => wanted !== undefined)
  const together = groups(conditions).find((some) => {
    const when: When = Object.fromEntries(some)
    return firingOf({ ...rule, when }, [], survey) === undefined
  })
  const shown = (together ?? conditions).map(([name, wanted]) => `${name} ${JSON.stringify(wanted)}`)
  return shown.length === 1
    ? `no case has ${shown[0]}${because(rule, together ?? conditions, survey)}`
    : `no case has both ${shown.join(' and ')}`
}

const because = (
  { team = '' }: Ranked,
  [condition]: readonly (readonly [string, unknown])[],
  { config }: Surveyed,
): string => {
  const [name, wanted] = condition ?? []
  if (Array.isArray(wanted) && wanted.length === 0) return ', which lists nothing'
  if (name === 'teamOpen')
    return wanted
      ? `: ${team} never opens`
      : `: ${team}${config.teams[team]?.hours ? ' never closes' : ' is there around the clock'}`
  if (name === 'trigger') return ', which is off, excepted on every channel, or has nothing to fire on'
  if (name === 'topic') return ', which no trigger that is on and no article has'
  return ''
}

/** Conditions alone, in pairs, in threes: the smallest that says it is told. */
const groups = <T>(all: readonly T[]): readonly (readonly T[])[] => [
  ...all.map((one) => [one]),
  ...all.flatMap((one, at) => all.slice(at + 1).map((other) => [one, other])),
  ...all.flatMap((one, at) =>
    all.slice(at + 1).flatMap((other, next) => all.slice(at + next + 2).map((third) => [one, other, third])),
  ),
]

/** Whoever it would take is taken before: by one rule if one is enough, else by several. */
const shadow = (rule: Ranked, survey: Surveyed): string => {
  const one = rule.before.find((before) => firingOf(rule, [before], survey) === undefined)
  const several = rule.before.filter((_, at) => firingOf(rule, rule.before.toSpliced(at, 1), survey) !== undefined)
  const named = (one ? [one] : several.length > 0 ? several : rule.before).map(({ name }) => JSON.stringify(name))
  return `${named.join(', ')} before it ${named.length === 1 ? 'takes' : 'together take'} everybody it would`
}
