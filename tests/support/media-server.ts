import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Listening, listen } from '#infra/local/http/listen.ts'

export type Answer = (response: ServerResponse, request: IncomingMessage) => void

export interface MediaServer extends Listening {
  readonly asked: IncomingMessage[]
  /** One after the other; the last one again and again. */
  answers(...given: readonly Answer[]): void
}

/** A provider's file server that answers as it is told. */
export const mediaServer = async (): Promise<MediaServer> => {
  const asked: IncomingMessage[] = []
  let left: readonly Answer[] = []
  const listening = await listen(0, (request, response) => {
    asked.push(request)
    const [next, ...later] = left
    if (later.length > 0) left = later
    next?.(response, request)
  })
  return {
    ...listening,
    asked,
    answers: (...given) => {
      asked.length = 0
      left = given
    },
  }
}

export const bytes = Buffer.from([0, 255, 13, 10, 128])
export const ok =
  (headers: Record<string, string> = {}, body: Buffer | string = bytes): Answer =>
  (response) =>
    response.writeHead(200, headers).end(body)
export const status =
  (code: number, headers: Record<string, string> = {}): Answer =>
  (response) =>
    response.writeHead(code, headers).end('no')
