import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { playAll } from './day/all-plays.ts'
import { startDay } from './day/day.ts'
import { explanations } from './privileges/explanations.ts'
import { judgeRoles } from './privileges/judge.ts'
import { tellPrivileges } from './privileges/tell.ts'

/** Least privilege, both ways: nothing that a door needs is missing, and nothing is granted that none of them takes.
 * `--config` plays it with another configuration, such as tests/proof/keyed.config.ts. */
const { values } = parseArgs({ options: { config: { type: 'string' } } })
console.log('Every journey is played on the local cloud, each function, poller and clock held to its own role:')
const day = await startDay(values.config === undefined ? {} : { configPath: resolve(values.config) })
const failures = await playAll(day, console.log)
const judgement = judgeRoles(day.cloud.running.roles.all(), explanations)
await day.close()

for (const line of tellPrivileges(judgement)) console.log(line)
if (failures.length > 0)
  console.log(`${failures.length} journeys did not go as they should: what they reach is unknown`)
process.exit(failures.length + judgement.faults.length === 0 ? 0 : 1)
