import { randomInt } from 'node:crypto'
import { loadConfig } from '../load-config.ts'
import { addAgent } from './agents/add-agent.ts'
import { agentToken, passwordVariable } from './agents/agent-token.ts'
import { cognitoAgents } from './agents/cognito-agents.ts'
import { newPassword } from './agents/new-password.ts'
import { agentOptions, readRequest } from './agents/read-request.ts'
import { type Destination, destinationOf } from './command/destination.ts'
import { CommandError } from './command/errors.ts'
import { destinationOptions, refuseUnknown, takeOptions } from './command/options.ts'
import { reachCloud } from './command/reach-cloud.ts'
import { runCommand } from './command/run-command.ts'
import { openTerminal } from './command/terminal.ts'
import { ownAgentLines } from './steps/agent-steps.ts'

const usage = `npm run agent -- add ada@example.com --name "Ada" --teams care,billing [--role supervisor] [--no-invitation]
npm run agent -- token ada@example.com [--new-password]
  add            makes an agent of the deployed user pool, or adds teams and roles to one
  token          prints an id token to try the API with; the password is asked for, or taken from ${passwordVariable}
  --new-password first replaces the password by a random one, which is shown
  -c, --profile  as for npm run deploy`

const kinds = { ...destinationOptions, ...agentOptions, help: 'flag' } as const

const openPool = async (destination: Destination) => {
  const { config } = await loadConfig(destination.configPath, destination.callbackUrl)
  if (config.auth.oidc) throw new CommandError(ownAgentLines({ config }).join('\n'))
  const { cloud } = await reachCloud(destination.profile)
  const stack = await cloud.stacks.find(destination.stackName)
  const { UserPoolId, UserPoolClientId: ClientId } = stack?.outputs ?? {}
  if (!UserPoolId || !ClientId)
    throw new CommandError(`no user pool in ${destination.stackName}, ${cloud.region}: npm run deploy makes it`)
  return cognitoAgents({ region: cloud.region, UserPoolId, ClientId })
}

await runCommand(async (words) => {
  const { values, rest } = takeOptions(words, kinds)
  const terminal = openTerminal()
  if (values.help) {
    terminal.say(usage)
    return 0
  }
  refuseUnknown(rest, kinds)
  const request = readRequest({ values, rest })
  const pool = await openPool(destinationOf({ values, rest }))
  if (request.verb === 'add') for (const line of await addAgent(pool, request)) terminal.say(line)
  else {
    const password = process.env[passwordVariable]
    const makePassword = () => newPassword((limit) => randomInt(limit))
    terminal.say(await agentToken({ pool, terminal, note: console.error, password, makePassword }, request))
  }
  return 0
})
