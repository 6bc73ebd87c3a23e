import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { takeAll } from './deploy/command/options.ts'
import { runCommand } from './deploy/command/run-command.ts'
import { judge } from './nag/judge.ts'
import { faultsOf, told } from './nag/verdict.ts'
import { synthesize } from './synth.ts'

const usage = `npm run nag [-- --config FILE]    holds the stack to cdk-nag's AwsSolutions and Serverless packs
  --config FILE   another company's configuration
Exit code 1 if a finding is left, or an acknowledgement does not hold.`

// Not part of every synthesis: a company that adds a resource must not be kept from trying it out.
await runCommand(async (words) => {
  const { config, help } = takeAll(words, { config: 'value', help: 'flag' })
  if (help) {
    console.log(usage)
    return 0
  }
  const folder = mkdtempSync(join(tmpdir(), 'baton-nag-'))
  try {
    const { app } = await synthesize({
      outdir: join(folder, 'cdk.out'),
      buildFolder: join(folder, 'bundles'),
      ...(config?.[0] && { configPath: config[0] }),
    })
    const judgement = judge(app)
    for (const line of told(judgement)) console.log(line)
    return faultsOf(judgement).length > 0 ? 1 : 0
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
