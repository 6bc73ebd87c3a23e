import type { Names } from './check-routing.ts'
import type { BatonConfig, SpecialWording } from './config.ts'
import { oneOf, problem } from './problem.ts'

/** The notices that a company may word itself, with what is filled into each. */
export type Placeholders = Readonly<Record<string, readonly string[]>>

type NoticeNames = Pick<Names, 'teams' | 'triggers'>

export const checkNotices = (
  { overrides, special }: BatonConfig['notices'],
  known: Placeholders,
  names: NoticeNames,
): readonly string[] => [
  ...Object.entries(overrides).flatMap(([language, wordings]) =>
    Object.entries(wordings).flatMap(([notice, text]) =>
      Object.hasOwn(known, notice)
        ? checkPlaceholders(`notices.overrides.${language}.${notice}`, text, known[notice])
        : [`notices.overrides.${language}.${notice}: is not a notice: ${oneOf(Object.keys(known))}`],
    ),
  ),
  ...special.flatMap((one, at) => [
    ...checkSpecial(`notices.special.${at}`, one, known, names),
    ...checkOnce(`notices.special.${at}`, one, special.slice(0, at)),
  ]),
]

const checkSpecial = (
  field: string,
  { notice, trigger, team, text }: SpecialWording,
  known: Placeholders,
  { teams, triggers }: NoticeNames,
): readonly string[] => {
  if (!Object.hasOwn(known, notice)) return [problem(`${field}.notice`, notice, oneOf(Object.keys(known)))]
  return [
    ...(trigger !== undefined && !triggers.includes(trigger)
      ? [problem(`${field}.trigger`, trigger, oneOf(triggers))]
      : []),
    ...(team !== undefined && teams && !teams.includes(team) ? [problem(`${field}.team`, team, oneOf(teams))] : []),
    ...checkSaid(field, { notice, trigger, team }, known[notice]),
    ...checkPlaceholders(`${field}.text`, text, known[notice]),
  ]
}

/** Words that would never be said are a mistake: somebody counts on them. */
const checkSaid = (
  field: string,
  { notice, trigger, team }: Pick<SpecialWording, 'notice' | 'trigger' | 'team'>,
  placeholders: readonly string[] = [],
): readonly string[] => {
  if (trigger === undefined && team === undefined)
    return [`${field}: is for every trigger and team: must name one, or stand in notices.overrides`]
  if (!placeholders.includes('team'))
    return [problem(`${field}.notice`, notice, 'is said without a team or a trigger: must stand in notices.overrides')]
  const isHandoff = notice === 'handoff' || notice === 'handoff-closed'
  if (isHandoff && trigger === 'distress')
    return [problem(`${field}.notice`, notice, 'is never said in distress: must be "handoff-distress"')]
  if (notice === 'handoff-distress' && trigger !== undefined && trigger !== 'distress')
    return [problem(`${field}.trigger`, trigger, 'must be "distress" for this notice')]
  return []
}

const checkOnce = (field: string, one: SpecialWording, before: readonly SpecialWording[]): readonly string[] => {
  const place = ({ language, notice, trigger, team }: SpecialWording) =>
    JSON.stringify([language, notice, trigger, team])
  return before.some((other) => place(other) === place(one))
    ? [`${field}: words a notice a second time for the same language, trigger and team`]
    : []
}

const inBraces = /\{([^{}]*)\}/g

const checkPlaceholders = (field: string, text: string, known: readonly string[] = []): readonly string[] =>
  [...text.matchAll(inBraces)].flatMap(([written, name = '']) =>
    known.includes(name) ? [] : [problem(field, written, oneOf(known.map((one) => `{${one}}`)))],
  )
