import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CommandError } from '../deploy/command/errors.ts'
import { takeAll } from '../deploy/command/options.ts'
import { runCommand } from '../deploy/command/run-command.ts'
import type { JsonObject } from '../local/json.ts'
import { synthesize } from '../synth.ts'
import { costReport } from './cost-report.ts'
import { reportText } from './cost-text.ts'
import { readRecord, writeRecord } from './record.ts'
import { templateFacts } from './template-facts.ts'

const usage = `npm run cost [-- --config FILE] [--measure] [--agents 20] [--json]
  --config    another company's configuration. Default: baton.config.ts
  --measure   play the reference load against the local cloud again, and keep what it used in infra/cost/recorded-load.json
  --agents N  people whose idle polling is shown as a line of its own
  --json      the figures as JSON
Exit code 1 if the infrastructure costs more than its budget.`

const kinds = { config: 'value', measure: 'flag', agents: 'value', json: 'flag', help: 'flag' } as const

const readAgents = (written = '20'): number => {
  const agents = /^\d{1,6}$/.test(written) ? Number(written) : 0
  if (agents < 1)
    throw new CommandError(`--agents "${written}" is not allowed: must be a whole number of people, at least 1`)
  return agents
}

/** The stack as it would be deployed says what costs by the month, and which model is asked. */
const readStack = async (configPath: string | undefined) => {
  const folder = await mkdtemp(join(tmpdir(), 'baton-cost-'))
  try {
    const { template, deployed } = await synthesize({
      outdir: folder,
      buildFolder: join(folder, 'bundles'),
      ...(configPath && { configPath }),
    })
    return { facts: templateFacts(template.Resources as unknown as JsonObject), config: deployed.config }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

await runCommand(async (words) => {
  const values = takeAll(words, kinds)
  if (values.help) {
    console.log(usage)
    return 0
  }
  const agents = readAgents(values.agents?.[0])
  if (values.measure) {
    process.stderr.write('playing the reference load against the local cloud\n')
    const { measureLoad } = await import('./load/measure-load.ts')
    writeRecord(await measureLoad())
  }
  const report = costReport({ record: readRecord(), ...(await readStack(values.config?.[0])), agents })
  console.log(values.json ? JSON.stringify(report, undefined, 2) : reportText(report))
  return report.infrastructure <= report.budget ? 0 : 1
})
