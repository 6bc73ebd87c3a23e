import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import type { ChannelReceiver, Received, WebhookReply, WebhookRequest } from '../channel/channel.ts'
import type { Log } from '../log/log.ts'
import { BadRequestError, BodyTooLargeError, MethodNotAllowedError, UnknownRouteError } from './errors.ts'
import { type Answer, jsonAnswer, problemAnswer, textAnswer } from './json.ts'

/** The body's bytes as they were signed; HTTP API hands binary content types over in base64. */
export const webhookRequest = (event: APIGatewayProxyEventV2): WebhookRequest => ({
  method: event.requestContext.http.method,
  headers: event.headers,
  query: event.queryStringParameters ?? {},
  rawQuery: event.rawQueryString,
  body: Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8'),
})

const plainText = 'text/plain; charset=utf-8'

/** One short answer for every reason: whoever guesses learns nothing. */
const unauthentic: Answer = textAnswer(401, 'application/problem+json', '{"title":"Unauthorized","status":401}')

/**
 * 2xx once it is kept, 4xx for what no retry will better; where a channel would repeat even that for days, or reads its
 * answers word by word, it hears what it wants to.
 */
export const webhookAnswer = (
  received: Received | undefined,
  channel: string,
  log: Log,
  wanted: Pick<ChannelReceiver, 'taken' | 'unreadable'> = {},
): Answer => {
  const usual = answerOf(received)
  if ((usual.statusCode ?? 500) >= 400)
    log({ event: 'webhook.refused', channel: received ? channel : 'unknown', status: usual.statusCode ?? 500 })
  if (received?.kind === 'messages' || received?.kind === 'ignored') return inWords(wanted.taken) ?? usual
  return (received?.kind === 'unreadable' && inWords(wanted.unreadable)) || usual
}

const inWords = (reply: WebhookReply | undefined): Answer | undefined =>
  reply && textAnswer(reply.status, reply.contentType ?? plainText, reply.body)

const allowing = (allowed: string): Answer => {
  const answer = problemAnswer(new MethodNotAllowedError(allowed))
  return { ...answer, headers: { ...answer.headers, allow: allowed } }
}

const answerOf = (received: Received | undefined): Answer => {
  switch (received?.kind) {
    case 'messages':
      return jsonAnswer(202, { accepted: received.messages.length })
    case 'ignored':
      return jsonAnswer(202, { accepted: 0 })
    case 'answered':
      return textAnswer(received.reply.status, received.reply.contentType ?? plainText, received.reply.body)
    case 'unauthentic':
      return unauthentic
    case 'wrong-method':
      return allowing(received.allowed)
    case 'too-large':
      return problemAnswer(new BodyTooLargeError(received.limitBytes))
    case 'unreadable':
      return problemAnswer(new BadRequestError(received.detail))
    default:
      return problemAnswer(new UnknownRouteError())
  }
}
