import type { JWTPayload } from 'jose'
import type { BatonConfig } from '#shared/config/config.ts'
import type { Issuer } from '../http/issuer.ts'
import type { RunningStack } from '../run-stack.ts'
import { StartError } from '../stack/errors.ts'
import { type LocalAgent, localAgents, signAgent } from './agents.ts'
import type { FakeProviders } from './play-providers.ts'

export interface PlayedChannel {
  readonly webhookUrl: string
  /** Where the provider's API is asked. */
  readonly providerUrl: string
  /** What the provider handed out, by the secret's fields. */
  readonly secrets: Readonly<Record<string, string>>
}

/** What a script needs to talk to the cloud: printed as one line by `--ready-json`. */
export interface Ready {
  readonly url: string
  readonly webhookUrl: string
  readonly webhookSecret: string
  readonly callbackSecret: string
  /** Channels whose providers this machine plays. */
  readonly channels: Readonly<Record<string, PlayedChannel>>
  readonly teams: readonly string[]
  readonly tokens: Readonly<Record<string, string>>
}

const secretNamed = ({ functionNamed, secrets }: RunningStack, door: string, variable: string): string => {
  const ids = JSON.parse(functionNamed(door).definition.environment[variable] ?? '{}')
  const text = secrets.text(ids.standard ?? '')
  if (text === undefined)
    throw new StartError(
      `the configuration does not connect the channel standard, which npm start needs: add --channel standard`,
    )
  return `whsec_${text.split(/\s+/)[0]?.replace(/^whsec_/, '')}`
}

/** What the calls of one tool are signed with; nothing where the configuration does not declare it. */
export const toolSecret = ({ functionNamed, secrets }: RunningStack, tool: string): string => {
  const ids = JSON.parse(functionNamed('TakeTurn').definition.environment.TOOL_SECRET_IDS ?? '{}')
  return secrets.text(ids[tool] ?? '') ?? ''
}

/** The secret that replies to the company are signed with. */
export const callbackSecret = (running: RunningStack): string =>
  secretNamed(running, 'DeliverMessage', 'OUTBOUND_SECRET_IDS')

export type SignToken = (agent: LocalAgent, validSeconds?: number, further?: JWTPayload) => Promise<string>

/** Whom the template's authorizer lets in. */
export const audienceOf = (running: RunningStack): string => running.api.authorizers[0]?.audience[0] ?? 'baton'

/** Signs agents' tokens for the audience that the template's authorizer asks for. */
export const tokenSigner = (running: RunningStack, issuer: Issuer, auth: BatonConfig['auth']): SignToken => {
  const audience = audienceOf(running)
  return (agent, validSeconds, further) => signAgent(issuer, auth, audience, agent, validSeconds, further)
}

export const describeReady = async (
  url: string,
  running: RunningStack,
  config: BatonConfig,
  sign: SignToken,
  providers: FakeProviders,
): Promise<Ready> => {
  const teams = Object.keys(config.teams)
  const tokens = await Promise.all(localAgents(teams).map(async (agent) => [agent.id, await sign(agent)] as const))
  return {
    url,
    webhookUrl: `${url}/webhooks/standard`,
    webhookSecret: secretNamed(running, 'ReceiveMessage', 'INBOUND_SECRET_IDS'),
    callbackSecret: callbackSecret(running),
    channels: Object.fromEntries(
      [...providers].map(([channel, { webhookUrl, url: providerUrl, secrets }]) => [
        channel,
        { webhookUrl, providerUrl, secrets },
      ]),
    ),
    teams,
    tokens: Object.fromEntries(tokens),
  }
}
