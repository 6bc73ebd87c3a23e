import { resolve } from 'node:path'
import { takeAll } from '#infra/deploy/command/options.ts'
import { runCommand } from '#infra/deploy/command/run-command.ts'
import { invokePermissions } from '#infra/local/iam/checks.ts'
import { allPlays, playAll } from './day/all-plays.ts'
import { startDay } from './day/day.ts'
import { articlePlays } from './day/plays/articles.ts'
import { exported, isExported } from './day/plays/exports.ts'
import { asksFunction, isDeclaredIn } from './day/plays/functions.ts'
import { startTwilio, twilioPlays } from './day/plays/twilio.ts'
import { explanations } from './privileges/explanations.ts'
import { explanationsOfExports } from './privileges/explanations-of-exports.ts'
import { invitationFaults } from './privileges/invitations.ts'
import { judgeRoles } from './privileges/judge.ts'
import { tellPrivileges } from './privileges/tell.ts'

const usage = `npm run privileges [-- --config FILE]   plays every journey and tells what each role was granted, and what took it
  --config FILE   another configuration: tests/proof/keyed.config.ts, tests/proof/bedrock-knowledge.config.ts, tests/proof/exported.config.ts,
                  or tests/proof/connected.config.ts with Twilio and a function
Exit code 1 if a call was refused, or a grant is neither taken nor explained.`

/** Least privilege, both ways: nothing that a door needs is missing, and nothing is granted that none of them takes. */
await runCommand(async (words) => {
  const { config, help } = takeAll(words, { config: 'value', help: 'flag' })
  if (help) {
    console.log(usage)
    return 0
  }
  console.log('Every journey is played on the local cloud, each function, poller and clock held to its own role:')
  const twilio = await startTwilio()
  const day = await startDay(config?.[0] === undefined ? {} : { configPath: resolve(config[0]) })
  const connected = day.cloud.running.functionNamed('ReceiveMessage').definition.environment.OUTBOUND_QUEUE_URL
  const plays = [
    // Before anybody is erased: the next export would come a day later.
    ...(isExported(day) ? [exported] : []),
    ...allPlays,
    ...(connected === undefined ? [] : twilioPlays(twilio)),
    ...(day.cloud.running.stack.ofType('AWS::Bedrock::KnowledgeBase').length > 0 ? articlePlays : []),
    ...(isDeclaredIn(day) ? [asksFunction] : []),
  ]
  const failures = await playAll(day, console.log, plays)
  const { roles, stack, api } = day.cloud.running
  const judgement = judgeRoles(roles.all(), [...explanations, ...(isExported(day) ? explanationsOfExports : [])])
  const permissions = invokePermissions(stack)
  const invited = invitationFaults(permissions, api)
  await Promise.all([day.close(), twilio.close()])

  for (const line of tellPrivileges(judgement)) console.log(line)
  console.log(`${permissions.length} functions let the API in: ${invited.length} faults`)
  for (const fault of invited) console.log(`  ✗ ${fault}`)
  if (failures.length > 0)
    console.log(`${failures.length} journeys did not go as they should: what they reach is unknown`)
  return failures.length + judgement.faults.length + invited.length === 0 ? 0 : 1
})
