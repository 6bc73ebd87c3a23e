import middy from '@middy/core'
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda'
import { expect, test } from 'vitest'
import { BadRequestError } from '#shared/lambda/errors.ts'
import type { Answer } from '#shared/lambda/json.ts'
import { problems } from '#shared/lambda/problem-middleware.ts'
import { LineBusyError } from '#shared/line/errors.ts'
import type { LogEvent } from '#shared/log/log.ts'
import { agentEvent } from '#tests/support/agent-event.ts'

const event = agentEvent({ route: 'POST /webhooks/{channel}', path: { channel: 'standard' } })

const answerTo = async (error: unknown) => {
  const events: LogEvent[] = []
  const door = middy<APIGatewayProxyEventV2, Answer>()
    .use(problems((logged) => events.push(logged)))
    .handler(async () => {
      throw error
    })
  const { statusCode, headers, body = '' } = await door(event, {} as Context)
  return { status: statusCode, headers, body: JSON.parse(body), text: body, events }
}

test('what is our fault is a 500 that says nothing but where to look, and is logged by its class', async () => {
  const { status, body, text, events } = await answerTo(new TypeError('Ada wrote: I was charged twice'))

  expect(status).toBe(500)
  expect(body).toEqual({
    type: 'about:blank',
    title: 'Internal Server Error',
    status: 500,
    code: 'internal',
    instance: `urn:baton:request:${event.requestContext.requestId}`,
  })
  expect(text + JSON.stringify(events)).not.toContain('Ada')
  expect(events).toEqual([
    {
      event: 'request.failed',
      operation: 'POST /webhooks/{channel}',
      cause: 'TypeError',
      requestId: event.requestContext.requestId,
    },
  ])
})

test('what is the caller’s is explained, and no failure of ours', async () => {
  const { status, body, events } = await answerTo(new BadRequestError('claimId: must be string'))

  expect(status).toBe(400)
  expect(body).toMatchObject({ code: 'bad-request', detail: 'claimId: must be string' })
  expect(events).toEqual([])
})

test('what may succeed a moment later says when', async () => {
  const { status, headers, events } = await answerTo(new LineBusyError('care', 8))

  expect(status).toBe(503)
  expect(headers).toMatchObject({ 'retry-after': '1', 'content-type': 'application/problem+json' })
  expect(events).toHaveLength(1)
})
