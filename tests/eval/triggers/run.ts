import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { projectFolder } from '#infra/bundle/door-entries.ts'
import { openJudging } from '#infra/triggers/open-judging.ts'
import { readScope } from '#infra/triggers/scopes.ts'
import { readExampleFolder } from '#shared/triggers/training/example-folder.ts'
import { type Gold, readGold } from './gold.ts'
import { type Judge, ourJudge } from './ours.ts'
import { reportPage } from './report/page.ts'
import { type Rival, trainNlpJs } from './rival/nlp-js.ts'
import { type Placed, placed } from './summary.ts'
import { comparisonTable, floorTable, triggerTable } from './table.ts'
import { timeMessages, timingLine } from './timing.ts'

const usage = `npm run eval -- [--data DIR]
  --data DIR  where dev/ and scopes/ lie (default ../shared/eval)`

const written = () => {
  try {
    const data = { type: 'string', default: join(projectFolder, '../shared/eval') } as const
    return parseArgs({ options: { data, help: { type: 'boolean', default: false } } }).values
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${usage}`)
    return process.exit(1)
  }
}

const values = written()
const folder = resolve(values.data)
const progress = (line: string): void => console.error(line)

const byTrigger = (gold: readonly Gold[], outcomes: readonly (Placed | undefined)[]) =>
  new Map(
    [...Map.groupBy(gold.keys(), (at) => gold[at]?.trigger ?? '')].map(([trigger, places]) => [
      trigger,
      [...places].flatMap((at) => outcomes[at] ?? []),
    ]),
  )

const judgedBy = (gold: readonly Gold[], judge: Judge): readonly Placed[] =>
  gold.map((one, at) => {
    if (at % 4000 === 0) progress(`Baton: ${at} of ${gold.length} rows`)
    return placed(one, judge(one))
  })

const judgedByRival = async (gold: readonly Gold[], rival: Rival): Promise<readonly (Placed | undefined)[]> => {
  const outcomes: (Placed | undefined)[] = []
  for (const [at, one] of gold.entries()) {
    if (at % 4000 === 0) progress(`${rival.name}: ${at} of ${gold.length} rows`)
    const outcome = await rival.judge(one)
    outcomes.push(outcome && placed(one, outcome))
  }
  return outcomes
}

const evaluate = async (gold: readonly Gold[]): Promise<void> => {
  const scopesFolder = join(folder, 'scopes')
  const judging = await openJudging({ scopes: scopesFolder })
  const ours = byTrigger(gold, judgedBy(gold, ourJudge(judging)))
  const scopes = readdirSync(scopesFolder).map((file) => basename(file, '.jsonl'))
  const lines = readExampleFolder(join(projectFolder, 'shared/triggers/examples'))
  const rival = await trainNlpJs({
    lines,
    languages: ['en', 'de', 'es'],
    scopes: Object.fromEntries(scopes.map((scope) => [scope, readScope(scopesFolder, scope)])),
    onProgress: progress,
  })
  const theirs = byTrigger(gold, await judgedByRival(gold, rival))
  const texts = gold.flatMap(({ row }) => row.turns.slice(-1))
  const timing = timeMessages(texts, judging.triggers)
  for (const [trigger, outcomes] of ours) {
    console.log(`${triggerTable(trigger, 'Baton', outcomes)}\n`)
    const other = theirs.get(trigger) ?? []
    if (other.length > 0) console.log(`${triggerTable(trigger, rival.name, other)}\n`)
  }
  console.log(`Floors, borderline rows left out\n${floorTable(ours)}\n`)
  console.log(`Beside ${rival.name}: ${rival.setup}\n${comparisonTable(ours, theirs, rival.name)}\n`)
  console.log(`Time\n${timingLine(timing)}\n`)
  const page = join(projectFolder, '.local/eval/report.html')
  mkdirSync(join(page, '..'), { recursive: true })
  writeFileSync(page, reportPage({ ours, theirs, rival, timing }))
  console.log(`curves and calibration: ${page}`)
}

/** Rows of the project's own, which nothing was trained on: other words than the public ones, in more languages. */
const examine = async (gold: readonly Gold[]): Promise<void> => {
  const judging = await openJudging({ scopes: join(folder, 'scopes') })
  const ours = byTrigger(gold, judgedBy(gold, ourJudge(judging)))
  console.log(`\nThe exam: ${gold.length} rows of the project's own, never trained on\n`)
  for (const [trigger, outcomes] of ours) console.log(`${triggerTable(trigger, 'Baton', outcomes)}\n`)
  console.log(`The floors on the exam, where they are not asked\n${floorTable(ours)}\n`)
}

const run = async (): Promise<void> => {
  if (values.help) return console.log(usage)
  const gold = readGold(join(folder, 'dev'))
  if (gold === undefined) console.log(`there is no ${folder}/dev: nothing to measure on; --data DIR says where it is`)
  else await evaluate(gold)
  const exam = readGold(join(projectFolder, 'tests/eval/triggers/exam'))
  if (exam !== undefined) await examine(exam)
}

await run()
