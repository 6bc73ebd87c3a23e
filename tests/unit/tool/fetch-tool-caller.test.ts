import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { internet, type Network } from '#shared/channel/media/fetch-pinned.ts'
import { fetchToolCaller } from '#shared/tool/fetch-tool-caller.ts'
import type { ToolCall } from '#shared/tool/tool.ts'
import { toolOf } from '#tests/support/company-tool.ts'
import { type Answered, type ProviderServer, providerServer } from '#tests/support/provider-server.ts'

let company: ProviderServer
beforeAll(async () => {
  company = await providerServer()
})
beforeEach(() => {
  company.asked.length = 0
})
afterAll(() => company.close())

const secret = `whsec_${Buffer.from('a'.repeat(33)).toString('base64')}`
const secretsOf =
  (...signing: readonly string[]) =>
  () => ({
    read: async () => ({ signing }),
    renewed: async () => ({ signing }),
  })
const customer = { id: 'u-17', verified: { email: 'ada@example.com' } }
const callOf = (fields: Partial<ToolCall> = {}): ToolCall => ({
  tool: toolOf(),
  id: 'call-1',
  conversationId: 't-1.1',
  customer,
  input: { order: '1042' },
  ...fields,
})

/** The tool's name stands for what is given; a public address is played by the server on this machine. */
const network = (opened: string[], addresses: readonly string[]): Network => ({
  resolve: async () => addresses,
  open: (url, judged, call) => {
    opened.push(...judged)
    return internet.open(new URL(url.pathname, company.url), ['127.0.0.1'], call)
  },
})

const called = async (answer: Answered, addresses = ['93.184.215.14'], signing: readonly string[] = [secret]) => {
  company.answers = [answer]
  const opened: string[] = []
  const options = { secretsOf: secretsOf(...signing), clock: Date.now, network: network(opened, addresses) }
  return { opened, answer: await fetchToolCaller(options).call(callOf(), 2_000) }
}

test('a call is signed, names the customer that the platform knows, and carries its idempotency key', async () => {
  const { answer, opened } = await called({ status: 200, body: { status: 'shipped' } })

  const [asked] = company.asked
  expect(answer).toEqual({ kind: 'answered', text: '{"status":"shipped"}' })
  expect(opened).toEqual(['93.184.215.14'])
  expect(asked?.headers['webhook-id']).toBe('call-1')
  expect(new Webhook(secret).verify(asked?.body ?? '', asked?.headers as Record<string, string>)).toMatchObject({
    type: 'tool.called',
    data: { tool: 'look_up_order', conversation: { id: 't-1.1' }, customer, input: { order: '1042' } },
  })
})

test('while a secret is changed, both sign', async () => {
  const other = `whsec_${Buffer.from('b'.repeat(33)).toString('base64')}`

  await called({ status: 200 }, undefined, [secret, other])

  const [asked] = company.asked
  for (const one of [secret, other])
    expect(() => new Webhook(one).verify(asked?.body ?? '', asked?.headers as Record<string, string>)).not.toThrow()
})

test('without a secret nothing is sent', async () => {
  const { answer } = await called({ status: 200 }, undefined, [])

  expect(answer).toEqual({ kind: 'failed', cause: 'has no signing secret', again: false })
  expect(company.asked).toEqual([])
})

test.each([['127.0.0.1'], ['169.254.169.254'], ['10.0.0.1'], ['::1'], ['93.184.215.14', '10.0.0.1']])(
  'its name has come to stand for %s: nothing is sent',
  async (...addresses) => {
    const { answer, opened } = await called({ status: 200 }, addresses)

    expect(answer).toEqual({ kind: 'failed', cause: 'is not at a public address', again: false })
    expect(opened).toEqual([])
  },
)

test.each([
  [302, false],
  [400, false],
  [404, false],
  [408, true],
  [429, true],
  [500, true],
  [503, true],
])('%s is a failure, and whether another try may go better: %s', async (status, again) => {
  const { answer } = await called({ status, headers: { location: company.url }, body: { note: 'never read' } })

  expect(answer).toEqual({ kind: 'failed', cause: `answered ${status}`, again })
  expect(company.asked).toHaveLength(1)
})

test('a connection that breaks may do better, and no URL is told', async () => {
  const { answer } = await called({ status: 200, breaks: true })

  expect(answer).toEqual({ kind: 'failed', cause: 'Error', again: true })
})

test('more than 32 KiB are not read to their end', async () => {
  const { answer } = await called({ status: 200, body: 'x'.repeat(40 * 1024) })

  expect(answer).toEqual({ kind: 'failed', cause: 'answered too much', again: false })
})

test('a name that nobody resolves in time is given up', async () => {
  const waiting: Network = { ...internet, resolve: () => new Promise(() => {}) }
  const caller = fetchToolCaller({ secretsOf: secretsOf(secret), clock: Date.now, network: waiting })

  expect(await caller.call(callOf(), 30)).toEqual({ kind: 'failed', cause: 'took too long', again: true })
})
