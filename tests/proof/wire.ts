import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { takeAll } from '#infra/deploy/command/options.ts'
import { runCommand } from '#infra/deploy/command/run-command.ts'
import { allPlays, playAll } from './day/all-plays.ts'
import { startDay } from './day/day.ts'
import { exported, isExported } from './day/plays/exports.ts'
import { pythonTools } from './python-tools.ts'
import { checkWire, oneOfEachShape } from './wire/check.ts'
import { botocore, readModels } from './wire/model.ts'
import { surroundingsOf } from './wire/surroundings.ts'
import { countFaults, tellWire } from './wire/tell.ts'

const usage = `npm run wire [-- --config FILE]    plays every journey and holds each call of a function to the service models of AWS
  --config FILE   another configuration: with tests/proof/keyed.config.ts the event bus is called as well, with tests/proof/exported.config.ts exports begin
Exit code 1 if a request or an answer has a shape that AWS does not know.`

/** Wire truth: no emulator has taught us a request that AWS refuses, or an answer that AWS never gives. */
await runCommand(async (words) => {
  const values = takeAll(words, { help: 'flag', config: 'value' })
  if (values.help) {
    console.log(usage)
    return 0
  }
  const tools = await pythonTools([botocore])
  const models = tools && readModels(tools.sitePackages)
  if (!models) console.log('SKIPPED: the service models. Only what AWS refuses beyond its models is checked.')

  console.log('Every journey is played on the local cloud, and each call of a function to AWS is recorded:')
  const config = values.config?.[0]
  const day = await startDay(config === undefined ? {} : { configPath: resolve(config) })
  const failures = await playAll(day, console.log, [...(isExported(day) ? [exported] : []), ...allPlays])
  const { exchanges, misanswered } = day
  const reports = checkWire({ exchanges, misanswered, surroundings: surroundingsOf(day.cloud.running), models })
  await day.close()

  // For whoever wants to look at what the doors send.
  const record = fileURLToPath(new URL('../../.local/wire.json', import.meta.url))
  mkdirSync(dirname(record), { recursive: true })
  writeFileSync(record, JSON.stringify(oneOfEachShape({ exchanges, models }), undefined, 1))

  console.log(models ? `\nChecked against the service models of ${botocore}:` : '\nChecked without service models:')
  for (const line of tellWire(reports, misanswered.size)) console.log(line)
  console.log(`one call of each shape is in ${record}`)
  return failures.length + countFaults(reports) === 0 ? 0 : 1
})
