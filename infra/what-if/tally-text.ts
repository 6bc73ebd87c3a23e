import type { WhatIf } from '#shared/report/what-if/replay-log.ts'
import type { BeforeAfter, Tally } from '#shared/report/what-if/tally.ts'

const signed = ({ before, after }: BeforeAfter): string => {
  const change = after - before
  return `${before} → ${after}${change === 0 ? '' : ` (${change > 0 ? '+' : ''}${change})`}`
}

const total = (hours: Readonly<Record<string, BeforeAfter>>): BeforeAfter =>
  Object.values(hours).reduce((sum, { before, after }) => ({ before: sum.before + before, after: sum.after + after }), {
    before: 0,
    after: 0,
  })

const table = (rows: readonly (readonly string[])[]): readonly string[] => {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length))) ?? []
  return rows.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd())
}

const loadLines = ({ load }: Tally): readonly string[] =>
  Object.entries(load).flatMap(([team, hours]) => [
    `  ${team}: ${signed(total(hours))}`,
    ...table(
      Object.entries(hours)
        .filter(([, { before, after }]) => before !== after)
        .map(([hour, counts]) => ['', `${hour}:00`, signed(counts)]),
    ),
  ])

const kinds = ['same', 'moved', 'earlier', 'later', 'new', 'gone'] as const

/** What it comes to: differences, triggers, load by team and hour, and how the conversations ended. */
export const whatIfLines = ({ turns, conversations, shadow, tally }: WhatIf): readonly string[] => [
  `${turns} turns of ${conversations} conversations, ${tally.stretches} times that the assistant had the word`,
  ...table(kinds.map((kind) => [kind, String(tally.kinds[kind])])),
  ...(tally.open > 0
    ? [`  of these ${tally.open} may have ended otherwise: what no model was asked, nobody knows`]
    : []),
  '',
  'handoffs by trigger',
  ...table(Object.entries(tally.triggers).map(([trigger, counts]) => [trigger, signed(counts)])),
  '',
  'load by team, and the hours of its day in which it changes',
  ...loadLines(tally),
  '',
  'how they ended, by what becomes of them',
  ...table([
    ['', ...kinds],
    ...Object.entries(tally.outcomes).map(([outcome, cells]) => [
      outcome,
      ...kinds.map((kind) => String(cells[kind] ?? 0)),
    ]),
  ]),
  ...(Object.keys(shadow).length > 0
    ? [
        '',
        'in shadow, these would have fired',
        ...table(Object.entries(shadow).map(([trigger, n]) => [trigger, String(n)])),
      ]
    : []),
]
