import { escaped } from '#tests/support/report/drawing.ts'
import { style } from '#tests/support/report/style.ts'
import { averagePrecision, precisionRecall } from '../curves.ts'
import { type Floor, floors, heldTo } from '../floors.ts'
import { measure } from '../measure.ts'
import type { Rival } from '../rival/nlp-js.ts'
import { inDomain, inEnglish, type Placed } from '../summary.ts'
import { type Timing, timingLine } from '../timing.ts'
import { precisionRecallChart } from './precision-recall-chart.ts'
import { reliabilityChart } from './reliability-chart.ts'

export interface Report {
  readonly ours: ReadonlyMap<string, readonly Placed[]>
  readonly theirs: ReadonlyMap<string, readonly Placed[]>
  readonly rival: Pick<Rival, 'name' | 'setup'>
  readonly timing: Timing
}

/** Figures and drawings alone: not one of the messages that were judged is in it. */
export const reportPage = (report: Report): string => {
  const told = floors.filter(({ trigger }) => (report.ours.get(trigger) ?? []).length > 0)
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>How well the triggers hold</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>How well the triggers hold</h1>
<p>Measured on messages that the project did not write and did not train on, borderline ones left out. Half of them hold, or
a third: far more than in a day's mail, so read recall and the false-positive rate before precision.</p>
<ul class="legend"><li>Baton</li><li class="theirs">${escaped(report.rival.name)}</li></ul>
<section><h2>Reached, and the least that is asked</h2><div class="wide">${floorsTable(told, report)}</div></section>
${told.map((floor) => triggerSection(floor, report)).join('\n')}
<section><h2>Time</h2>${timingLine(report.timing)
    .split('\n')
    .map((line) => `<p>${escaped(line)}</p>`)
    .join('')}</section>
<section><h2>The other one</h2><p>${escaped(report.rival.setup)}</p></section>
</main>
</body>
</html>
`
}

const floorsTable = (told: readonly Floor[], { ours, theirs, rival }: Report): string => {
  const heads = ['trigger', 'rows', 'true', 'recall', 'F1', 'false positives', 'floors', `${rival.name}: F1`]
  const rows = told.map((floor) => {
    const own = inDomain(ours.get(floor.trigger) ?? [], floor.domain)
    const other = inDomain(theirs.get(floor.trigger) ?? [], floor.domain)
    const { n, positives, recall, f1, falsePositiveRate } = measure(own)
    return [
      `<td>${escaped(floor.trigger)}, ${floor.domain}</td>`,
      ...[n, positives, fixed(recall.value), fixed(f1), fixed(falsePositiveRate.value)].map((one) => `<td>${one}</td>`),
      `<td class="words">${verdict(floor, own)}</td>`,
      `<td>${other.length === 0 ? '–' : fixed(measure(other).f1)}</td>`,
    ].join('')
  })
  return `<table><thead><tr>${heads.map((head) => `<th${head === 'floors' ? ' class="words"' : ''}>${escaped(head)}</th>`).join('')}</tr></thead><tbody>${rows
    .map((cells) => `<tr>${cells}</tr>`)
    .join('')}</tbody></table>`
}

const verdict = (floor: Floor, own: readonly Placed[]): string => {
  const missed = heldTo(floor, measure(inEnglish(own)), measure(own)).filter(({ met }) => !met)
  return missed.length === 0
    ? '<span class="met">✓ all</span>'
    : `<span class="missed">✗ ${escaped(missed.map(({ what, bound }) => `${what} ${bound}`).join('; '))}</span>`
}

const triggerSection = ({ trigger, domain }: Floor, { ours, theirs, rival }: Report): string => {
  const own = inDomain(ours.get(trigger) ?? [], domain)
  const other = inDomain(theirs.get(trigger) ?? [], domain)
  const area = (rows: readonly Placed[]): string => averagePrecision(precisionRecall(rows)).toFixed(3)
  const areas = other.length === 0 ? area(own) : `${area(own)}, ${rival.name} ${area(other)}`
  return `<section><h2>${escaped(trigger)}</h2><div class="charts">
<figure><figcaption>Precision over recall; area ${escaped(areas)}. The dot is the threshold in use.</figcaption>
${precisionRecallChart(trigger, [
  { kind: 'ours', name: 'Baton', outcomes: own },
  { kind: 'theirs', name: rival.name, outcomes: other },
])}</figure>
<figure><figcaption>Calibration: what came true over what was claimed.</figcaption>
${reliabilityChart(trigger, own)}</figure>
</div></section>`
}

const fixed = (value: number): string => value.toFixed(3)
