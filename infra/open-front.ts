import { Lazy, type Stack } from 'aws-cdk-lib'
import type { RetentionDays } from 'aws-cdk-lib/aws-logs'
import type { BatonConfig } from '#shared/config/config.ts'
import { AgentSignIn, issuerOrigins } from './constructs/agent-sign-in.ts'
import type { Alarms } from './constructs/alarms.ts'
import { ConsolePages } from './constructs/console-pages.ts'
import type { Door } from './constructs/door.ts'
import { SupportApi } from './constructs/http-api.ts'
import type { OwnKey } from './constructs/own-key.ts'

interface FrontProps {
  readonly config: BatonConfig
  readonly receiveMessage: Door
  readonly agentApi: Door
  readonly logDays: RetentionDays
  readonly alarms: Alarms
  readonly key: OwnKey | undefined
}

/** Where channels and agents come in: the sign-in, the API, and the console where the company has it. */
export const openFront = (stack: Stack, { config, ...props }: FrontProps): SupportApi => {
  const { auth, channels, console, teams } = config
  // The page stands before the API, and the API asks the sign-in, which leads back to the page.
  const consoleUrl = console && Lazy.string({ produce: () => pages?.url })
  const signIn = new AgentSignIn(stack, 'SignIn', { teams: Object.keys(teams), oidc: auth.oidc, consoleUrl })
  const api = new SupportApi(stack, 'Api', { channels, authorizer: signIn.authorizer, ...props })
  const pages =
    console &&
    new ConsolePages(stack, 'Console', {
      api: api.api,
      connectTo: issuerOrigins(stack, config),
      domain: console.domain,
      logDays: props.logDays,
    })
  return api
}
