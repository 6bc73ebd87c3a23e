export type Cell = string | number | undefined

/** What a spreadsheet would run as a formula. */
const formula = /^[=+\-@\t\r]/
const needsQuotes = /[",\r\n]/

/** A number stays a number, also a negative one; text that begins like a formula gets an apostrophe before it. */
const cellText = (cell: Cell): string => {
  if (typeof cell !== 'string') return cell === undefined ? '' : String(cell)
  const safe = formula.test(cell) ? `'${cell}` : cell
  return needsQuotes.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** RFC 4180: CRLF after every row, quotes doubled. */
export const csv = (rows: readonly (readonly Cell[])[]): string =>
  rows.map((row) => `${row.map(cellText).join(',')}\r\n`).join('')
