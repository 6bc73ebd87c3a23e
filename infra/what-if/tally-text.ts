import type { Decision, Verdict } from '#shared/report/what-if/confusion.ts'
import { decisions, verdicts } from '#shared/report/what-if/confusion.ts'
import type { WhatIf } from '#shared/report/what-if/replay-log.ts'
import type { BeforeAfter, Tally } from '#shared/report/what-if/tally.ts'
import { arrow, signed, table, total } from './text-table.ts'

const hours = Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, '0'))
const none: BeforeAfter = { before: 0, after: 0 }

/** A column for each team, its hours below each other: what whoever makes the shifts looks for. */
const loadLines = ({ load }: Tally): readonly string[] => {
  const teams = Object.keys(load)
  const cell = (team: string, hour: string): string => {
    const { before, after } = load[team]?.[hour] ?? none
    return before + after === 0 ? '' : arrow({ before, after })
  }
  return table([
    ['', ...teams],
    ['all', ...teams.map((team) => signed(total(Object.values(load[team] ?? {}))))],
    ...hours.map((hour) => [`${hour}:00`, ...teams.map((team) => cell(team, hour))]),
  ])
}

const kinds = ['same', 'moved', 'earlier', 'later', 'new', 'gone'] as const

const verdictWords: Readonly<Record<Verdict, string>> = {
  'handed-off-needed': 'handed off, and a person wrote to the customer',
  'handed-off-not-needed': 'handed off, and given back unanswered, spam or a duplicate',
  'handed-off-unsettled': 'handed off, and no person has written (yet)',
  'answered-back-to-a-person': 'answered, and handed off when back within 7 days',
  'answered-back': 'answered, and answered again when back within 7 days',
  'answered-quiet': 'answered, and not back on the thread within 7 days',
  'answered-too-soon': 'answered, less than 7 days before the log ends',
}

const decisionWords: Readonly<Record<Decision, string>> = {
  'hands-off': 'hands off',
  answers: 'answers',
  unknown: 'not known',
}

const confusionLines = ({ confusion }: WhatIf): readonly string[] => [
  ...table([
    ['', ...decisions.map((decision) => decisionWords[decision])],
    ...verdicts.map((verdict) => [
      verdictWords[verdict],
      ...decisions.map((decision) => String(confusion[verdict][decision])),
    ]),
  ]),
  '  no log says whether an answer was right: who did not come back may be content, or gone, or on another channel;',
  '  who came back may have had another matter. What people would have done with a new handoff, nobody knows.',
]

const openLines = ({ open }: Tally): readonly string[] =>
  open > 0 ? [`  of these ${open} may have ended otherwise: what no model was asked, nobody knows`] : []

const shadowLines = (shadow: WhatIf['shadow']): readonly string[] =>
  Object.keys(shadow).length === 0
    ? []
    : ['', 'in shadow, these would have fired', ...table(Object.entries(shadow).map(([name, n]) => [name, String(n)]))]

const handoffsOf = ({ triggers }: Tally): BeforeAfter => total(Object.values(triggers))

/** What it comes to: differences, triggers, load by team and hour, and what came of the conversations. */
export const whatIfLines = (result: WhatIf): readonly string[] => {
  const { turns, conversations, shadow, tally } = result
  return [
    `${turns} turns of ${conversations} conversations; ${tally.stretches} times the assistant had the word`,
    `handoffs ${signed(handoffsOf(tally))}`,
    ...table(kinds.map((kind) => [kind, String(tally.kinds[kind])])),
    ...openLines(tally),
    '',
    'handoffs by trigger',
    ...table(Object.entries(tally.triggers).map(([trigger, counts]) => [trigger, signed(counts)])),
    '',
    "handoffs by team, and by the hours of the team's own day",
    ...loadLines(tally),
    '',
    'what came of them, by what the other configuration does',
    ...confusionLines(result),
    '',
    'their outcomes, by what becomes of them',
    ...table([
      ['', ...kinds],
      ...Object.entries(tally.outcomes).map(([outcome, cells]) => [
        outcome,
        ...kinds.map((kind) => String(cells[kind] ?? 0)),
      ]),
    ]),
    ...shadowLines(shadow),
  ]
}
