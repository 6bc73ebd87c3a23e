import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { invokePermissions } from '#infra/local/iam/checks.ts'
import { playAll } from './day/all-plays.ts'
import { startDay } from './day/day.ts'
import { explanations } from './privileges/explanations.ts'
import { invitationFaults } from './privileges/invitations.ts'
import { judgeRoles } from './privileges/judge.ts'
import { tellPrivileges } from './privileges/tell.ts'

/**
 * Least privilege, both ways: nothing that a door needs is missing, and nothing is granted that none of them takes.
 * `--config` plays it with another configuration, such as tests/proof/keyed.config.ts.
 */
const { values } = parseArgs({ options: { config: { type: 'string' } } })
console.log('Every journey is played on the local cloud, each function, poller and clock held to its own role:')
const day = await startDay(values.config === undefined ? {} : { configPath: resolve(values.config) })
const failures = await playAll(day, console.log)
const { roles, stack, api } = day.cloud.running
const judgement = judgeRoles(roles.all(), explanations)
const permissions = invokePermissions(stack)
const invited = invitationFaults(permissions, api)
await day.close()

for (const line of tellPrivileges(judgement)) console.log(line)
console.log(`${permissions.length} functions let the API in: ${invited.length} faults`)
for (const fault of invited) console.log(`  ✗ ${fault}`)
if (failures.length > 0)
  console.log(`${failures.length} journeys did not go as they should: what they reach is unknown`)
process.exit(failures.length + judgement.faults.length + invited.length === 0 ? 0 : 1)
