import { cpus } from 'node:os'
import { synthesize } from '#infra/synth.ts'
import { measureBundles } from './bundles.ts'
import { measureCalls } from './calls.ts'
import { measureChannels } from './channels.ts'
import { measureClaimLatency } from './claim-latency.ts'
import { measureColdImports } from './cold-import.ts'
import { measureDoorEffort } from './door-effort.ts'
import { measureTriggers } from './triggers.ts'

const progress = (text: string): void => void process.stderr.write(`${text}\n`)

progress('synthesising')
const { folders } = await synthesize({})
progress('counting AWS calls in the local cloud')
const awsCalls = await measureCalls()
progress('claiming from 10, 1,000 and 100,000 waiting')
const claimLatency = await measureClaimLatency()
progress('running doors for their CPU time and memory')
const doorEffort = await measureDoorEffort()
progress('importing each door in new processes')
const coldImport = await measureColdImports(folders)
progress('receiving a message on every channel')
const channels = await measureChannels()
progress('judging messages of all languages')
const triggers = await measureTriggers()

console.log(
  JSON.stringify(
    {
      machine: { cpus: cpus().length, node: process.version },
      awsCalls,
      claimLatency,
      bundles: await measureBundles(folders),
      coldImport,
      doorEffort,
      channels,
      triggers,
    },
    undefined,
    2,
  ),
)
process.exit(0)
