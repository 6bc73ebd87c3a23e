import type { Unmet } from '#shared/routing/unmet.ts'
import type { ExplainedCase, RuleVerdict } from './explain-case.ts'

const labelWidth = 12

/** What is said of a case, for reading. */
export const caseText = (one: ExplainedCase): string =>
  [
    ...one.notes.map((note) => labelled('Note', note)),
    labelled('Case', caseLine(one)),
    labelled(
      'Team',
      `${one.team} (${one.teamName}), by ${one.rule === 'default' ? 'no rule: the default team' : quoted(one.rule)}`,
    ),
    labelled('Open', openLine(one)),
    labelled('Rules', one.rules.length > 0 ? '' : 'none'),
    ...one.rules.map(ruleLine),
    ...headStartLines(one.headStart),
    ...overflowLines(one),
  ].join('\n')

const labelled = (label: string, text: string): string => `${label.padEnd(labelWidth)}${text}`.trimEnd()
const quoted = (name: string): string => JSON.stringify(name)

const caseLine = ({ facts, at }: ExplainedCase): string =>
  [
    facts.fired
      .map(({ trigger, kind, topic }) => `${trigger} (${kind === 'topic' ? 'topic' : about(topic)})`)
      .join(', '),
    facts.channel,
    facts.language,
    facts.tier && `tier ${facts.tier}`,
    facts.value !== undefined && `value ${facts.value}`,
    ...Object.entries(facts.attributes ?? {}).map(([name, value]) => `${name} ${value}`),
    at,
  ]
    .filter(Boolean)
    .join(' · ')

const about = (topic: string | undefined): string => (topic === undefined ? 'failure' : `failure, about ${topic}`)

const openLine = ({ open, opens, timeZone }: ExplainedCase): string => {
  if (timeZone === undefined) return 'yes, around the clock'
  if (open) return 'yes'
  return opens === undefined ? 'no, and it never opens' : `no, opens ${opens} (${local(opens, timeZone)})`
}

const local = (at: string, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'full', timeStyle: 'short' }).format(new Date(at))

const ruleLine = ({ name, verdict, unmet }: RuleVerdict): string => {
  if (verdict === 'followed') return `  yes    ${quoted(name)}`
  if (verdict === 'after') return `  later  ${quoted(name)}: would hold, and comes after`
  return `  no     ${quoted(name)}: ${unmet.map(unmetText).join('; ')}`
}

const unmetText = ({ condition, wanted, actual }: Unmet): string =>
  `${condition} is ${actual === undefined ? 'not known' : shown(actual)}, wanted ${shown(wanted)}`

const shown = (value: unknown): string =>
  Array.isArray(value) && value.every((one) => typeof one === 'string')
    ? value.join(' or ') || 'nothing'
    : typeof value === 'string'
      ? value
      : JSON.stringify(value)

const headStartLines = ({ minutes, rules }: ExplainedCase['headStart']): readonly string[] => [
  labelled('Head start', minutes > 0 ? `${minutes} min` : 'none'),
  ...rules.map(ruleLine),
]

const overflowLines = ({ overflow, team }: ExplainedCase): readonly string[] =>
  overflow.length === 0
    ? [labelled('Overflow', `none: it waits for ${team}`)]
    : overflow.map(({ at, from, to, rule }, n) =>
        labelled(
          n === 0 ? 'Overflow' : '',
          `${at} from ${from} to ${to}, by ${quoted(rule)}, unless somebody takes it before`,
        ),
      )
