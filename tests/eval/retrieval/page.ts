import { escaped } from '#tests/support/report/drawing.ts'
import { style } from '#tests/support/report/style.ts'
import { spreadStyle } from './reliability-plot.ts'
import { cellsOf, heads, type Row } from './table.ts'

export interface Section {
  readonly name: string
  /** What it is, in a sentence. */
  readonly told: string
  readonly rows: readonly Row[]
  readonly plot: string
}

/** Figures and drawings alone: none of the questions is in it. */
export const page = (sections: readonly Section[]): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>How well knowledge is found</title>
<style>${style}${spreadStyle} td:first-child { white-space: pre; } figure { max-width: 400px; }</style>
</head>
<body>
<main>
<h1>How well knowledge is found</h1>
<p>Asked through the port that a turn asks. Recall counts the questions that something connected answers; calibration counts
all of them, and a claim has come true where the first passage answers. Ten bins of as many questions each; the bars are 95 %
intervals, the dashed line is an honest probability.</p>
${sections.map(sectionHtml).join('\n')}
</main>
</body>
</html>
`

const sectionHtml = ({
  name,
  told,
  rows,
  plot,
}: Section): string => `<section><h2>${escaped(name)}</h2><p>${escaped(told)}</p>
<div class="wide">${table(rows)}</div>
<div class="charts"><figure>${plot}</figure></div></section>`

const row = (cells: readonly string[], cell: 'td' | 'th'): string =>
  `<tr>${cells.map((text) => `<${cell}>${escaped(text)}</${cell}>`).join('')}</tr>`

const table = (rows: readonly Row[]): string =>
  `<table><thead>${row(heads, 'th')}</thead><tbody>${rows.map((one) => row(cellsOf(one), 'td')).join('')}</tbody></table>`
