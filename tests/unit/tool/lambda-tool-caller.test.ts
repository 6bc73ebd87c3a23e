import { LambdaClient } from '@aws-sdk/client-lambda'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { lambdaClient } from '#shared/tool/lambda-open.ts'
import { lambdaToolCaller } from '#shared/tool/lambda-tool-caller.ts'
import type { ToolAnswer, ToolCall } from '#shared/tool/tool.ts'
import { toolOf } from '#tests/support/company-tool.ts'
import { localCredentials } from '#tests/support/dynamo.ts'
import { type Answered, type ProviderServer, providerServer } from '#tests/support/provider-server.ts'

let company: ProviderServer
beforeAll(async () => {
  company = await providerServer()
})
beforeEach(() => {
  company.asked.length = 0
})
afterAll(() => company.close())

const orders = 'arn:aws:lambda:eu-west-1:123456789012:function:orders'
const customer = { id: 'u-17', verified: { email: 'ada@example.com' } }
const callOf = (lambda: string): ToolCall => ({
  tool: toolOf({ target: { lambda } }),
  id: 'call-1',
  conversationId: 't-1.1',
  customer,
  input: { order: '1042' },
})

const regions: string[] = []
/** As the turn opens it, and at this machine. */
const clientIn = (region: string) => {
  regions.push(region)
  const { requestHandler } = lambdaClient(region).config
  return new LambdaClient({
    region,
    credentials: localCredentials,
    endpoint: company.url,
    maxAttempts: 1,
    requestHandler,
  })
}
const caller = lambdaToolCaller({ clientIn, clock: () => Date.parse('2026-11-22T09:00:00Z') })

const called = (answer: Answered, lambda = orders, timeoutMs = 2_000): Promise<ToolAnswer> => {
  company.answers = [answer]
  return caller.call(callOf(lambda), timeoutMs)
}

test('a function is asked for its answer, and told the customer that the platform knows and the call’s own id', async () => {
  const answer = await called({ status: 200, body: { status: 'shipped' } })

  const [asked] = company.asked
  expect(answer).toEqual({ kind: 'answered', text: '{"status":"shipped"}' })
  expect(asked?.path).toBe(`/2015-03-31/functions/${encodeURIComponent(orders)}/invocations`)
  expect(asked?.headers['x-amz-invocation-type']).toBe('RequestResponse')
  expect(JSON.parse(asked?.body ?? '')).toEqual({
    type: 'tool.called',
    timestamp: '2026-11-22T09:00:00.000Z',
    data: {
      id: 'call-1',
      tool: 'look_up_order',
      conversation: { id: 't-1.1' },
      customer,
      input: { order: '1042' },
    },
  })
})

test('an alias is asked by its name, in the region of the function', async () => {
  regions.length = 0

  await called({ status: 200 }, 'arn:aws:lambda:ap-southeast-2:123456789012:function:orders:live')

  const path = `/2015-03-31/functions/${encodeURIComponent('arn:aws:lambda:ap-southeast-2:123456789012:function:orders')}`
  expect(company.asked[0]?.path).toBe(`${path}/invocations?Qualifier=live`)
  expect(company.asked[0]?.headers.authorization).toContain('/ap-southeast-2/lambda/')
  expect(regions).toEqual(['ap-southeast-2'])
})

test('a function that threw has failed, and what it said of it is not read', async () => {
  const headers = { 'x-amz-function-error': 'Unhandled' }

  const answer = await called({ status: 200, headers, body: { errorMessage: 'no such order of bob@example.com' } })

  expect(answer).toEqual({ kind: 'failed', cause: 'ended in an error', again: true })
})

test.each([
  [429, 'TooManyRequestsException', true],
  [500, 'ServiceException', true],
  [502, 'ENILimitReachedException', true],
  [403, 'AccessDeniedException', false],
  [404, 'ResourceNotFoundException', false],
  [400, 'InvalidRequestContentException', false],
])(
  '%i %s is a failure that is not repeated by the client, and another try may go better: %s',
  async (status, name, again) => {
    const answer = await called({ status, headers: { 'x-amzn-errortype': name }, body: { message: 'secret words' } })

    expect(answer).toEqual({ kind: 'failed', cause: name, again })
    expect(company.asked).toHaveLength(1)
  },
)

test('a connection that breaks may do better', async () => {
  const answer = await called({ status: 200, breaks: true })

  expect(answer).toMatchObject({ kind: 'failed', again: true })
  expect(company.asked).toHaveLength(1)
})

test('more than 32 KiB are not taken, and nothing is read of them', async () => {
  const answer = await called({ status: 200, body: 'x'.repeat(40 * 1024) })

  expect(answer).toEqual({ kind: 'failed', cause: 'answered too much', again: false })
})

test('a function that does not answer in time is given up', async () => {
  const silent = lambdaToolCaller({
    clientIn: (region) =>
      new LambdaClient({
        region,
        credentials: localCredentials,
        requestHandler: { handle: () => new Promise(() => {}) },
      }),
    clock: Date.now,
  })

  expect(await silent.call(callOf(orders), 30)).toEqual({ kind: 'failed', cause: 'took too long', again: true })
})

test('the turn’s client repeats nothing by itself', async () => {
  expect(await lambdaClient('eu-west-1').config.maxAttempts()).toBe(1)
})

test('a tool at a URL is none of its', async () => {
  expect(await caller.call({ ...callOf(orders), tool: toolOf() }, 1_000)).toEqual({
    kind: 'failed',
    cause: 'has no function',
    again: false,
  })
})
