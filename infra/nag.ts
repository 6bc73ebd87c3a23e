import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ConfigError } from '#shared/config/errors.ts'
import { judge } from './nag/judge.ts'
import { faultsOf, told } from './nag/verdict.ts'
import { synthesize } from './synth.ts'

// Not part of every synthesis: a company that adds a resource must not be kept from trying it out.
const { values } = parseArgs({ options: { config: { type: 'string' } } })
const folder = mkdtempSync(join(tmpdir(), 'baton-nag-'))
try {
  const { app } = await synthesize({
    outdir: join(folder, 'cdk.out'),
    buildFolder: join(folder, 'bundles'),
    ...(values.config && { configPath: values.config }),
  })
  const judgement = judge(app)
  for (const line of told(judgement)) console.log(line)
  if (faultsOf(judgement).length > 0) process.exitCode = 1
} catch (error) {
  if (!(error instanceof ConfigError)) throw error
  for (const problem of error.problems) console.error(problem)
  process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
