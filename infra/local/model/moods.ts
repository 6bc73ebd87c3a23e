import type { ServerResponse } from 'node:http'
import type { ConverseRequest, ConverseResponse } from './converse.ts'
import { malformations, type RawAnswer } from './malformed.ts'
import { normalReply, obedientReply } from './reply.ts'

export const moods = ['normal', 'down', 'slow', 'malformed', 'obedient'] as const
export type Mood = (typeof moods)[number]

/** Answers one call; `turn` counts the calls in this mood from 0, so that moods with several faces rotate. */
type Behaviour = (request: ConverseRequest, response: ServerResponse, turn: number) => void

const dripMilliseconds = 1_000

export const sendJson = (response: ServerResponse, status: number, body: unknown, errorType?: string): void => {
  if (errorType) response.setHeader('x-amzn-errortype', errorType)
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

const sendReply =
  (reply: (request: ConverseRequest) => ConverseResponse): Behaviour =>
  (request, response) =>
    sendJson(response, 200, reply(request))

const failures: readonly ((response: ServerResponse) => void)[] = [
  (response) =>
    sendJson(response, 429, { message: 'Too many requests, please wait before trying again.' }, 'ThrottlingException'),
  (response) =>
    sendJson(response, 503, { message: 'The service is temporarily unavailable.' }, 'ServiceUnavailableException'),
  (response) => response.destroy(),
]

/** A blank now and then is legal JSON so far, so only the caller's own deadline ends it. */
const drip: Behaviour = (_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json' })
  response.write(' ')
  const timer = setInterval(() => response.write(' '), dripMilliseconds)
  response.once('close', () => clearInterval(timer))
}

const sendRaw = ({ contentType, body, cutShort }: RawAnswer, response: ServerResponse): void => {
  const length = Buffer.byteLength(body)
  response.writeHead(200, { 'content-type': contentType, 'content-length': cutShort ? length * 2 : length })
  if (cutShort) response.write(body, () => response.destroy())
  else response.end(body)
}

const kinds = Object.values(malformations)

export const behaviours: Readonly<Record<Mood, Behaviour>> = {
  normal: sendReply(normalReply),
  obedient: sendReply(obedientReply),
  down: (_request, response, turn) => failures[turn % failures.length]?.(response),
  slow: drip,
  malformed: (request, response, turn) => {
    const malform = kinds[turn % kinds.length]
    if (malform) sendRaw(malform(request), response)
  },
}
