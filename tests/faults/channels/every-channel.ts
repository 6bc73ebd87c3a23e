import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import type { WebhookRequest } from '#shared/channel/channel.ts'
import { heldSecrets } from '#shared/channel/held-secrets.ts'
import { Simulation } from '#tests/simulation/simulation.ts'
import { agentEvent } from '#tests/support/agent-event.ts'
import { type SignedChannel, signedChannels } from '#tests/support/signed-channels.ts'
import { testDeployed } from '#tests/support/test-config.ts'
import { twilioAccount, twilioUrl } from '#tests/support/twilio-request.ts'

const at = (name: string) => ({ apiUrl: `https://${name}.example` })

/** Every channel connected, each with a provider that the world answers for. */
export const everyChannel = () =>
  testDeployed({
    channels: {
      standard: { kind: 'standard', callbackUrl: 'http://127.0.0.1/callback' },
      slack: { kind: 'slack', ...at('slack') },
      twilio: { kind: 'twilio', accountSid: twilioAccount, webhookUrl: twilioUrl, ...at('twilio') },
      whatsapp: { kind: 'whatsapp', phoneNumberId: '106540352242922', ...at('whatsapp') },
      messenger: { kind: 'messenger', pageId: '900100', ...at('messenger') },
      instagram: { kind: 'instagram', accountId: '900100', ...at('instagram') },
      telegram: { kind: 'telegram', botId: '123456', ...at('telegram') },
      line: { kind: 'line', ...at('line') },
    },
  })

/** Twilio has two ways of signing, and one webhook. */
export const routeOf = ({ name }: SignedChannel): string => name.split(' ')[0] ?? ''

const tokens = { botToken: ['123456:token'], accessToken: ['token'] }

/** A world that every channel is connected to, where all calls of the receiving door and all questions for secrets count. */
export class ChannelWorld {
  readonly simulation: Simulation
  /** Calls of the receiving door, to whatever service. */
  calls = 0
  secretsAsked = 0

  constructor(seed = 1) {
    const held = new Map(
      signedChannels.map((channel) => {
        const ask = async () => {
          this.secretsAsked += 1
          return { ...tokens, ...channel.secrets }
        }
        return [routeOf(channel), heldSecrets(ask, () => Date.now())]
      }),
    )
    this.simulation = new Simulation({
      seed,
      deployed: everyChannel(),
      secretsOf: (name) => held.get(name),
      attempted: ({ door }) => {
        if (door === 'ReceiveMessage') this.calls += 1
      },
    })
  }

  get seconds(): number {
    return Math.floor(this.simulation.world.time.now() / 1_000)
  }

  /** What the channel is answered, word for word. */
  async knocks(channel: SignedChannel, ...requests: readonly WebhookRequest[]): Promise<readonly Heard[]> {
    const { world } = this.simulation
    const outcomes = await world.run(() =>
      Promise.all(
        requests.map((request) =>
          world.invoke('ReceiveMessage', world.doors.receiveMessage, eventOf(routeOf(channel), request)),
        ),
      ),
    )
    return outcomes.map((outcome) => {
      if (outcome.kind !== 'answered') return { status: 599, body: outcome.kind, headers: '' }
      const { statusCode = 599, body = '', headers } = outcome.value
      return { status: statusCode, body, headers: JSON.stringify(headers) }
    })
  }

  /** Everything that there is in the table and in the queues. */
  kept(): number {
    const { table, queue } = this.simulation.world.cloud
    const depths = ['inbound.fifo', 'outbound.fifo'].map((name) => queue(name).depth())
    return depths.reduce((sum, { visible, inFlight, delayed }) => sum + visible + inFlight + delayed, table.writes)
  }
}

export interface Heard {
  readonly status: number
  readonly body: string
  readonly headers: string
}

/** As the HTTP API hands it over: what is no text comes in base64. */
export const eventOf = (channel: string, request: WebhookRequest): APIGatewayProxyEventV2 => {
  const { method, headers, query, rawQuery, body } = request
  const event = agentEvent({ route: `${method} /webhooks/{channel}`, path: { channel }, query: {}, body: '' })
  const text = body.toString('utf8')
  const isText = Buffer.from(text).equals(body)
  return {
    ...event,
    headers: headers as Record<string, string>,
    queryStringParameters: { ...query },
    rawQueryString: rawQuery,
    body: isText ? text : body.toString('base64'),
    isBase64Encoded: !isText,
  } satisfies APIGatewayProxyEventV2
}
