/** What turns the direction of the writing, or cannot be seen at all, would change the page around a customer's words. */
const turnsOrControls = /[\p{Cc}\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/gu

export const escaped = (text: string): string =>
  text
    .replace(turnsOrControls, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')

/** A customer's words, in a direction of their own. */
export const said = (text: string): string => `<bdi dir="auto">${escaped(text)}</bdi>`

export interface Column {
  readonly title: string
  /** @default a number */
  readonly words?: boolean
}

const side = ({ words }: Column): string => (words ? '' : ' align="right"')

/** Where a table or a chart has nothing to show. */
export const nothing = '<p class="soft">None.</p>'

/** In attributes, which mail programs keep where they drop the styles of a page. Cells are markup already. */
export const table = (columns: readonly Column[], rows: readonly (readonly string[])[]): string => {
  if (rows.length === 0) return nothing
  const head = columns.map(
    (column) => `<th scope="col" align="${column.words ? 'left' : 'right'}">${escaped(column.title)}</th>`,
  )
  const body = rows.map(
    (row) =>
      `<tr valign="top">${columns.map((column, at) => `<td${side(column)}>${row[at] ?? ''}</td>`).join('')}</tr>`,
  )
  return `<div class="wide"><table class="rows" width="100%" cellpadding="5"><thead><tr>${head.join('')}</tr></thead><tbody>${body.join('')}</tbody></table></div>`
}

export const section = (title: string, ...parts: readonly string[]): string =>
  `<section><h2>${escaped(title)}</h2>${parts.join('\n')}</section>`

export const paragraph = (text: string, kind = ''): string => `<p${kind ? ` class="${kind}"` : ''}>${escaped(text)}</p>`
