import type { BeforeAfter } from '#shared/report/what-if/tally.ts'

export const arrow = ({ before, after }: BeforeAfter): string => `${before} → ${after}`

export const signed = ({ before, after }: BeforeAfter): string => {
  const change = after - before
  return `${arrow({ before, after })}${change === 0 ? '' : ` (${change > 0 ? '+' : ''}${change})`}`
}

export const total = (counts: readonly BeforeAfter[]): BeforeAfter =>
  counts.reduce((sum, { before, after }) => ({ before: sum.before + before, after: sum.after + after }), {
    before: 0,
    after: 0,
  })

/** The first column to the left, numbers to the right. */
export const table = (rows: readonly (readonly string[])[]): readonly string[] => {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length))) ?? []
  const placed = (cell: string, width: number) => (/^\d+$/.test(cell) ? cell.padStart(width) : cell.padEnd(width))
  return rows.map((row) => `  ${row.map((cell, column) => placed(cell, widths[column] ?? 0)).join('  ')}`.trimEnd())
}
