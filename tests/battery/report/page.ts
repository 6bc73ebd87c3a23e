import { escaped } from '#tests/support/report/drawing.ts'
import { style } from '#tests/support/report/style.ts'
import type { Chart, Figure, Findings } from '../figure.ts'
import { barChart } from './bars.ts'
import { colourOf, curveChart } from './curves.ts'

export interface Battery extends Findings {
  readonly scale: number
  readonly seconds: number
}

/** What the battery found, as one page that fetches nothing. */
export const batteryPage = ({ figures, charts = [], scale, seconds }: Battery): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Nothing is lost, nobody twice, always in order</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>Nothing is lost, nobody twice, always in order</h1>
<p>What the product did in a world where calls crash, hang, are throttled and lose their answers, and clocks are off by up to
ten minutes. Virtual time, everything decided by seeds: the same run is the same again. Scale ${scale}, ${Math.round(seconds)} s.</p>
<section><h2>${verdict(figures)}</h2><div class="wide">${figuresTable(figures)}</div></section>
${charts.map(chartSection).join('\n')}
</main>
</body>
</html>
`

const verdict = (figures: readonly Figure[]): string => {
  const bars = figures.filter(({ met }) => met !== undefined).length
  const missed = figures.filter(({ met }) => met === false).length
  return missed === 0
    ? `<span class="met">All ${bars} bars met</span>`
    : `<span class="missed">${missed} of ${bars} bars missed</span>`
}

const figuresTable = (figures: readonly Figure[]): string => {
  const rows = figures.map(
    ({ part, figure, bar, size, met }) =>
      `<tr><td>${markOf(met)} ${escaped(part)}</td><td>${escaped(figure)}</td><td>${escaped(bar)}</td><td class="words">${escaped(size)}</td></tr>`,
  )
  return `<table><thead><tr><th>part</th><th>figure</th><th>bar</th><th class="words">size</th></tr></thead><tbody>${rows.join('')}</tbody></table>`
}

const markOf = (met: boolean | undefined): string => {
  if (met === undefined) return '·'
  return met ? '<span class="met">✓</span>' : '<span class="missed">✗</span>'
}

const chartSection = (chart: Chart): string =>
  `<section><h2>${escaped(chart.title)}</h2><p>${escaped(chart.told)}</p><div class="drawing">${legend(chart)}${
    chart.kind === 'bars' ? barChart(chart) : curveChart(chart)
  }</div></section>`

const legend = (chart: Chart): string =>
  chart.kind === 'bars'
    ? ''
    : `<ul class="legend">${chart.curves.map(({ name }, index) => `<li class="${colourOf(index)}">${escaped(name)}</li>`).join('')}</ul>`
