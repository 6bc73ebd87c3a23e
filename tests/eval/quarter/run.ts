import { parseArgs } from 'node:util'
import { createLabels } from './asked-about.ts'
import { type Comparison, compare, type FoundCause } from './compare.ts'
import { readReport } from './read-report.ts'
import { readTruth } from './truth.ts'

const usage = 'node tests/eval/quarter/run.ts --log FOLDER [--week 2026-W32 | --from 2026-06-29 --to 2026-09-28]'

const { values } = parseArgs({
  options: { log: { type: 'string' }, week: { type: 'string' }, from: { type: 'string' }, to: { type: 'string' } },
})
if (values.log === undefined) {
  console.error(usage)
  process.exit(2)
}

const columns = (cells: readonly string[]): string =>
  [18, 20, 10, 15, 22]
    .map((width, at) => (cells[at] ?? '').padEnd(width))
    .concat(cells.slice(5))
    .join(' ')

const causeRow = ({ planted, size, expected, as }: FoundCause): string => {
  const found = as.reduce((sum, { cluster }) => sum + cluster.handoffs, 0)
  const verdicts = [...new Set(as.map(({ cluster }) => cluster.verdict))].join(', ')
  const nothing = expected ? 'MISSED' : 'not to be found'
  const right = verdicts === planted.kind ? 'right' : verdicts === '' ? '' : 'WRONG'
  const names = as.map(({ cluster }) => `“${cluster.name.slice(0, 44)}”`).join(' ')
  const ranks = as.map(({ rank }) => rank).join(' ') || nothing
  return columns([planted.id, ranks, `${found}/${size}`, right, verdicts, names])
}

const print = ({ causes, invented, holes, inventedHoles }: Comparison): void => {
  console.log(columns(['planted cause', 'ranks', 'found/true', 'verdict', '', 'found as']))
  for (const cause of causes) console.log(causeRow(cause))
  for (const { rank, cluster, about } of invented)
    console.log(
      columns(['INVENTED', `${rank}`, `${cluster.handoffs}`, '', cluster.verdict, `${about}: “${cluster.name}”`]),
    )
  console.log(columns(['\nplanted hole', 'found', 'found/true']))
  for (const { planted, found } of holes) {
    const hours = found ? `day ${found.weekday}, ${found.fromHour}–${found.toHour}` : 'MISSED'
    console.log(columns([planted.team, hours, `${found?.handoffs ?? 0}/${planted.handoffs}`, found?.cause ?? '']))
  }
  for (const { team, weekday, fromHour, toHour, handoffs } of inventedHoles)
    console.log(columns(['INVENTED', `day ${weekday}, ${fromHour}–${toHour}`, `${handoffs}`, team]))
  const missed = causes.filter(({ expected, as }) => expected && as.length === 0).length
  console.log(`\n${missed} missed, ${invented.length} invented; holes: ${inventedHoles.length} invented`)
}

const quarter = { from: '2026-06-29', to: '2026-09-28' }
const asked = values.week !== undefined || values.from !== undefined ? values : quarter
print(compare(await readReport(values.log, asked), readTruth(values.log), createLabels('infra/quarter/questions')))
