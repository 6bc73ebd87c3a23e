import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import type { Received, WebhookRequest } from '../channel/channel.ts'
import type { Log } from '../log/log.ts'
import { BadRequestError, BodyTooLargeError, MethodNotAllowedError, UnknownRouteError } from './errors.ts'
import { type Answer, jsonAnswer, problemAnswer, textAnswer } from './json.ts'

/** The body's bytes as they were signed; HTTP API hands binary content types over in base64. */
export const webhookRequest = (event: APIGatewayProxyEventV2): WebhookRequest => ({
  method: event.requestContext.http.method,
  headers: event.headers,
  body: Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8'),
})

/** One short answer for every reason: whoever guesses learns nothing. */
const unauthentic: Answer = textAnswer(401, 'application/problem+json', '{"title":"Unauthorized","status":401}')

/** What Standard Webhooks senders are told: 2xx once it is kept, 4xx for what no retry will better. */
export const webhookAnswer = (received: Received | undefined, channel: string, log: Log): Answer => {
  const answer = answerOf(received)
  if ((answer.statusCode ?? 500) >= 400)
    log({ event: 'webhook.refused', channel: received ? channel : 'unknown', status: answer.statusCode ?? 500 })
  return answer
}

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
