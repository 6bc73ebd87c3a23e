/** What drawings in SVG are made of; how it looks is the page's `style`. */

export const tenth = (value: number): number => Math.round(value * 10) / 10

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

export type Point = readonly [x: number, y: number]

export const line = (kind: string, [x1, y1]: Point, [x2, y2]: Point): string =>
  `<line class="${kind}" x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}"/>`

export const label = (text: string, [left, top]: Point, anchor: string, kind = 'tick'): string =>
  `<text class="${kind}" x="${left}" y="${top}" text-anchor="${anchor}">${escaped(text)}</text>`

export const path = (kind: string, points: readonly Point[]): string =>
  points.length === 0 ? '' : `<path class="${kind}" d="M${points.map(([left, top]) => `${left} ${top}`).join('L')}"/>`

export const dot = (kind: string, [left, top]: Point, radius: number, told: string): string =>
  `<circle class="${kind}" cx="${left}" cy="${top}" r="${tenth(radius)}"><title>${escaped(told)}</title></circle>`
