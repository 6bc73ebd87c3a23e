import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { JsonObject } from '../local/json.ts'
import { synthesize } from '../synth.ts'
import { costReport } from './cost-report.ts'
import { reportText } from './cost-text.ts'
import { readRecord, writeRecord } from './record.ts'
import { templateFacts } from './template-facts.ts'

const usage = `npm run cost [-- --measure] [-- --agents 20] [-- --json]
  --measure   play the reference load against the local cloud again, and keep what it used in infra/cost/recorded-load.json
  --agents N  people whose idle polling is shown as a line of its own
  --json      the figures as JSON`

const options = {
  measure: { type: 'boolean', default: false },
  agents: { type: 'string', default: '20' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const

/** The stack as it would be deployed says what costs by the month, and which model is asked. */
const readStack = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'baton-cost-'))
  try {
    const { template, deployed } = await synthesize({ outdir: folder, buildFolder: join(folder, 'bundles') })
    return { facts: templateFacts(template.Resources as unknown as JsonObject), config: deployed.config }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const { values } = parseArgs({ options })
if (values.help) {
  console.log(usage)
  process.exit(0)
}
if (values.measure) {
  process.stderr.write('playing the reference load against the local cloud\n')
  const { measureLoad } = await import('./load/measure-load.ts')
  writeRecord(await measureLoad())
}
const report = costReport({ record: readRecord(), ...(await readStack()), agents: Number(values.agents) })
console.log(values.json ? JSON.stringify(report, undefined, 2) : reportText(report))
process.exit(report.infrastructure <= report.budget ? 0 : 1)
