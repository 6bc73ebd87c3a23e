import { escaped, label, tenth } from '#tests/support/report/drawing.ts'
import type { BarChart } from '../figure.ts'

const rowHeight = 26
const width = 420
const names = 160
const shownWidth = 70
const longest = width - names - shownWidth

/** One bar a row, its name before it and its figure behind it. */
export const barChart = ({ title, bars }: BarChart): string => {
  const most = Math.max(...bars.map(({ value }) => value)) || 1
  const rows = bars.map(({ name, value, shown, ours }, row) => {
    const top = row * rowHeight
    const length = tenth((value / most) * longest)
    return [
      label(name, [names - 8, top + 17], 'end', 'name'),
      `<rect class="bar${ours ? ' ours' : ''}" x="${names}" y="${top + 5}" width="${Math.max(length, 1)}" height="16" rx="2"/>`,
      label(shown, [names + length + 8, top + 17], 'start', 'name'),
    ].join('')
  })
  return `<svg viewBox="0 0 ${width} ${bars.length * rowHeight}" role="img" aria-label="${escaped(title)}"><title>${escaped(title)}</title>${rows.join('')}</svg>`
}
