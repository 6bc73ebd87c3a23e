export type Cell = string | number | undefined

/** What a spreadsheet would run as a formula: also behind spaces, which some leave out, and with the wide signs of East Asia. */
const formula = /^[\s\ufeff]*[=+\-@＝＋－＠]|^[\t\r\n]/
/** The same behind a sign that ends a cell elsewhere, where our quotes stand in the middle of a cell and count for nothing. */
const formulaWithin = /[;\t\r\n](?=(?:[^\S\t\r\n]|")*[=+\-@＝＋－＠])/g
/** Beside the comma the signs at which spreadsheets of other countries end a cell. */
const needsQuotes = /[",;\t\r\n]/

/** A number stays a number, also a negative one; text that begins like a formula gets an apostrophe before it. */
const cellText = (cell: Cell): string => {
  if (typeof cell !== 'string') return cell === undefined ? '' : String(cell)
  const text = cell.toWellFormed()
  const within = text.replace(formulaWithin, "$&'")
  const safe = formula.test(text) ? `'${within}` : within
  return needsQuotes.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** RFC 4180: CRLF after every row, quotes doubled. */
export const csv = (rows: readonly (readonly Cell[])[]): string =>
  rows.map((row) => `${row.map(cellText).join(',')}\r\n`).join('')
