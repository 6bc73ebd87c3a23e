import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { projectFolder } from '#infra/bundle/door-entries.ts'
import type { Asked } from './asked.ts'
import { askAuthored, askEvaluation, askSample } from './companies.ts'
import { page, type Section } from './page.ts'
import { picture, reliabilityPlot } from './reliability-plot.ts'
import { rowsOf, tableText } from './table.ts'

const usage = `npm run eval:retrieval -- [--data DIR] [--picture FILE]
  --data DIR      where dev/ and scopes/ lie (default ../shared/eval)
  --picture FILE  writes the plots as one SVG besides, such as docs/retrieval.svg`

const told: Readonly<Record<string, string>> = {
  f4_out_of_scope: 'Public questions that nothing was fitted on, half of them outside of what is connected.',
  f5_low_confidence:
    'Public questions that nothing was fitted on, half of them about matters that were taken out of the knowledge.',
  'sample company, held out': 'Lumen & Oak’s articles, which note no questions; questions in six languages.',
  'authored companies': 'What the calibration of noted questions is fitted on: read it for the recall.',
}

const sectionOf = (name: string, asked: readonly Asked[]): Section => ({
  name,
  told: told[name] ?? '',
  rows: rowsOf(name, asked),
  plot: reliabilityPlot(name, asked),
})

const measured = async (folder: string): Promise<readonly Section[]> => {
  const asked = [...(await askEvaluation(folder)), ...(await askSample()), ...(await askAuthored())]
  return [...Map.groupBy(asked, ({ set }) => set)].map(([name, own]) => sectionOf(name, own))
}

const run = async (data: string, drawn: string | undefined): Promise<void> => {
  if (!existsSync(resolve(data, 'dev')))
    console.log(`there is no ${resolve(data)}/dev: measured on the project's own alone; --data DIR says where it is`)
  const sections = await measured(resolve(data))
  console.log(tableText(sections.flatMap(({ rows }) => rows)))
  const file = join(projectFolder, '.local/eval/retrieval.html')
  mkdirSync(join(file, '..'), { recursive: true })
  writeFileSync(file, page(sections))
  console.log(`\nreliability plots: ${file}`)
  if (drawn !== undefined) writeFileSync(resolve(drawn), picture(sections.slice(0, 3).map(({ plot }) => plot)))
}

try {
  const { values } = parseArgs({
    options: {
      data: { type: 'string', default: join(projectFolder, '../shared/eval') },
      picture: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) console.log(usage)
  else await run(values.data, values.picture)
} catch (error) {
  console.error(`${error instanceof Error ? error.message : error}\n\n${usage}`)
  process.exitCode = 1
}
