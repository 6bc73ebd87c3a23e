import { Agent, type IncomingMessage, type ServerResponse, request as send } from 'node:http'
import { pipeline } from 'node:stream'

export interface Forwarder {
  forward(incoming: IncomingMessage, body: Buffer, response: ServerResponse, base: string): void
  close(): void
}

/** Hands a request on to an emulator as it came, over connections that are kept. */
export const createForwarder = (): Forwarder => {
  const agent = new Agent({ keepAlive: true, maxSockets: 128 })
  return {
    forward: (incoming, body, response, base) => {
      const target = new URL(incoming.url ?? '/', base)
      const headers = { ...incoming.headers, host: target.host, connection: 'keep-alive' }
      const upstream = send(target, { method: incoming.method, headers, agent }, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers)
        pipeline(answer, response, () => undefined)
      })
      upstream.on('error', () => response.destroy())
      // A caller that has given up must not keep the emulator busy.
      response.on('close', () => {
        if (!response.writableFinished) upstream.destroy()
      })
      upstream.end(body)
    },
    close: () => agent.destroy(),
  }
}
