import { elementsIn, type HtmlElement, isElement } from './html-tree.ts'
import { inlineMarkdown } from './inline-markdown.ts'

const MOST_COLUMNS = 50
const LAYOUT = new Set(['table', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'pre', 'blockquote'])

/** Rows of this table, not of one within it. */
const rowsOf = (table: HtmlElement): readonly HtmlElement[] =>
  table.children
    .filter(isElement)
    .flatMap((child) => (child.name === 'tr' ? [child] : isPart(child) ? rowsOf(child) : []))

const isPart = ({ name }: HtmlElement): boolean => name === 'thead' || name === 'tbody' || name === 'tfoot'

const cellsOf = (row: HtmlElement): readonly HtmlElement[] =>
  row.children.filter(isElement).filter(({ name }) => name === 'td' || name === 'th')

/** Two columns or more, and words alone in the cells: another table is how a page is laid out. */
export const isDataTable = (table: HtmlElement): boolean =>
  rowsOf(table).some((row) => cellsOf(row).length > 1) && ![...elementsIn(table)].some(({ name }) => LAYOUT.has(name))

/** A cell over several columns stands in the first of them. */
const written = (row: HtmlElement): readonly string[] =>
  cellsOf(row).flatMap((cell) => {
    const text = inlineMarkdown(cell.children, { plain: true }).replaceAll('|', '\\|')
    const span = Math.min(MOST_COLUMNS, Math.max(1, Number.parseInt(cell.attributes.colspan ?? '1', 10) || 1))
    return [text, ...new Array<string>(span - 1).fill('')]
  })

const line = (cells: readonly string[], columns: number): string =>
  `| ${Array.from({ length: columns }, (_, at) => cells[at] ?? '').join(' | ')} |`

/** The first row heads the columns, whether it says so or not; a caption stands above. */
export const tableMarkdown = (table: HtmlElement): string => {
  const caption = table.children.filter(isElement).find(({ name }) => name === 'caption')
  const rows = rowsOf(table)
    .map(written)
    .filter((cells) => cells.some((cell) => cell !== ''))
  const columns = rows.reduce((most, { length }) => Math.min(MOST_COLUMNS, Math.max(most, length)), 1)
  const [head = [], ...others] = rows
  const drawn = [head, new Array<string>(columns).fill('---'), ...others].map((cells) => line(cells, columns))
  return [...(caption ? [`${inlineMarkdown(caption.children, { plain: true })}\n`] : []), ...drawn].join('\n')
}
