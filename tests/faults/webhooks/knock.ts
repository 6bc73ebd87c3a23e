import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { Simulation, webhookSecret } from '#tests/simulation/simulation.ts'
import { agentEvent } from '#tests/support/agent-event.ts'
import { signatureOf } from '#tests/support/signed-request.ts'
import type { Webhook } from './webhook.ts'

export interface Answered {
  readonly status: number
  readonly text: string
}

/** The webhook's door in a world where every effect is counted. */
export class Doorstep {
  readonly simulation: Simulation
  /** Calls that the door made, to whatever service. */
  calls = 0
  #count = 0

  constructor() {
    this.simulation = new Simulation({
      attempted: ({ door }) => {
        if (door === 'ReceiveMessage') this.calls += 1
      },
    })
  }

  /** Everything that there is in the table and in the queues. */
  kept(): number {
    const { table, queue } = this.simulation.world.cloud
    const depths = ['inbound.fifo', 'outbound.fifo'].map((name) => queue(name).depth())
    return depths.reduce((sum, { visible, inFlight, delayed }) => sum + visible + inFlight + delayed, table.writes)
  }

  async knocks(webhook: Webhook): Promise<Answered> {
    const { world } = this.simulation
    const outcome = await world.run(() =>
      world.invoke('ReceiveMessage', world.doors.receiveMessage, this.#eventOf(webhook)),
    )
    if (outcome.kind !== 'answered') return { status: 599, text: outcome.kind }
    const { statusCode = 599, body = '' } = outcome.value as { statusCode?: number; body?: string }
    return { status: statusCode, text: body }
  }

  /** As the HTTP API hands it over: names of headers in small letters, what is no text in base64. */
  #eventOf({ body, method = 'POST', channel = 'standard', headers, ageSeconds = 0, ...given }: Webhook) {
    this.#count += 1
    const id = given.id ?? `knock-${this.#count}`
    const timestamp = Math.floor(this.simulation.world.time.now() / 1_000) - ageSeconds
    const signed = {
      'webhook-id': id,
      'webhook-timestamp': String(timestamp),
      'webhook-signature': signatureOf({ secret: webhookSecret, body, timestamp, id }),
    }
    const event = agentEvent({ route: `${method} /webhooks/{channel}`, path: { channel }, body: '' })
    const isBase64Encoded = typeof body !== 'string'
    const written = isBase64Encoded ? body.toString('base64') : body
    return {
      ...event,
      headers: { 'content-type': 'application/json', ...(headers?.(signed) ?? signed) },
      body: written,
      isBase64Encoded,
    } satisfies APIGatewayProxyEventV2
  }
}
