import { buffer } from 'node:stream/consumers'
import { type Listening, listen } from '#infra/local/http/listen.ts'

/** How the company's endpoint feels today: it takes what is sent, is down for a while, or has moved away for good. */
export type GateState = 'open' | 'down' | 'gone'

export interface Gate extends Listening {
  set(state: GateState): void
}

const refusals: Readonly<Record<Exclude<GateState, 'open'>, number>> = { down: 503, gone: 410 }

/** Stands in front of a callback, so that a play can shut it. */
export const startGate = async (target: () => string): Promise<Gate> => {
  let state: GateState = 'open'
  const server = await listen(0, async (incoming, response) => {
    const body = await buffer(incoming)
    if (state !== 'open') return void response.writeHead(refusals[state]).end()
    const names = ['content-type', 'webhook-id', 'webhook-timestamp', 'webhook-signature']
    const headers = Object.fromEntries(names.map((name) => [name, String(incoming.headers[name] ?? '')]))
    const { status } = await fetch(target(), { method: 'POST', headers, body: new Uint8Array(body) })
    response.writeHead(status).end()
  })
  return {
    ...server,
    set: (next) => {
      state = next
    },
  }
}
