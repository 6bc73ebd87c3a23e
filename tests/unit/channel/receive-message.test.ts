import { expect, test } from 'vitest'
import type { ChannelReceiver } from '#shared/channel/channel.ts'
import type { Inbound } from '#shared/channel/inbound-message.ts'
import type { Receipt } from '#shared/channel/receipt.ts'
import { receiveMessage } from '#shared/channel/receive-message.ts'
import type { SiteTokens } from '#shared/channel/site-tokens.ts'
import { standardWebhooks } from '#shared/channel/standard/standard-webhooks.ts'
import { addressOf, inbound, threadOf } from '#tests/support/inbound.ts'
import { memoryPorts } from '#tests/support/ports.ts'
import { messageEvent, signedRequest } from '#tests/support/signed-request.ts'
import { secretTokens, withSecret } from '#tests/support/site-tokens.ts'
import { mondayMorning } from '#tests/support/test-clock.ts'

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
const timestamp = mondayMorning / 1_000
const request = signedRequest({ secret, body: messageEvent(), timestamp })

const open = (secrets = [secret], tokens?: SiteTokens) => {
  const ports = memoryPorts()
  const channels = { standard: { receiver: standardWebhooks, secrets: { read: async () => ({ signing: secrets }) } } }
  const receive = (channel = 'standard', given = request) =>
    receiveMessage({ ...ports, channels, queue: ports.inbound, tokens }, channel, given)
  return { receive, ports }
}

test('a verified message is kept under its thread', async () => {
  const { receive, ports } = open()

  expect(await receive()).toMatchObject({ kind: 'messages' })

  expect(ports.inbound.kept).toMatchObject([
    { threadId: threadOf('their-thread'), message: { address: addressOf('their-thread'), dedupeId: 'msg-1' } },
  ])
})

test.each(['email', '', 'constructor', '__proto__'])(
  'a channel that is not connected, %j, has no answer',
  async (name) => {
    const { receive, ports } = open()

    expect(await receive(name)).toBeUndefined()
    expect(ports.inbound.kept).toEqual([])
  },
)

test.each([
  ['unsigned', { ...request, headers: {} }, 'unauthentic'],
  ['unreadable', signedRequest({ secret, body: '{', timestamp }), 'unreadable'],
  ['of another type', signedRequest({ secret, body: '{"type":"message.read"}', timestamp }), 'ignored'],
])('what is %s is kept nowhere', async (_, given, kind) => {
  const { receive, ports } = open()

  expect(await receive('standard', given)).toMatchObject({ kind })
  expect(ports.inbound.kept).toEqual([])
  expect(ports.events).toEqual(kind === 'ignored' ? [{ event: 'webhook.ignored', channel: 'standard' }] : [])
})

const receipt = { threadId: threadOf('their-thread'), at: 1, id: 'out-1', to: 'read' } as const
const telling: ChannelReceiver = { receive: async () => ({ kind: 'messages', messages: [], receipts: [receipt] }) }

test('what a channel tells of messages is kept where there is a place for it', async () => {
  const told: (readonly Receipt[])[] = []
  const ports = memoryPorts()
  const channels = { standard: { receiver: telling, secrets: { read: async () => ({}) } } }
  const receipts = { send: async (some: readonly Receipt[]) => void told.push(some) }

  const kept = await receiveMessage({ ...ports, channels, queue: ports.inbound, receipts }, 'standard', request)
  const dropped = await receiveMessage({ ...ports, channels, queue: ports.inbound }, 'standard', request)

  expect([kept?.kind, dropped?.kind]).toEqual(['messages', 'messages'])
  expect(told).toEqual([[{ ...receipt, channel: 'standard' }]])
})

test('a delivery of a thousand messages is handed over at once, in its order', async () => {
  const handed: (readonly Inbound[])[] = []
  const ports = memoryPorts()
  const ids = Array.from({ length: 1_000 }, (_, at) => `m-${at}`)
  const messages = ids.map((id) => inbound({ receivedAt: mondayMorning, id }))
  const full: ChannelReceiver = { receive: async () => ({ kind: 'messages', messages }) }
  const channels = { standard: { receiver: full, secrets: { read: async () => ({}) } } }
  const queue = { send: async (received: readonly Inbound[]) => void handed.push(received) }

  await receiveMessage({ ...ports, channels, queue }, 'standard', request)

  expect(handed.map((some) => some.map(({ message }) => message.dedupeId))).toEqual([ids])
})

test('without a secret nothing is kept', async () => {
  const { receive, ports } = open([])

  expect(await receive()).toEqual({ kind: 'unauthentic' })
  expect(ports.inbound.kept).toEqual([])
})

test('a queue that keeps nothing makes it fail, so that the channel tries again', async () => {
  const { receive, ports } = open()
  ports.inbound.send = async () => {
    throw new Error('the queue is away')
  }

  await expect(receive()).rejects.toThrow('the queue is away')
})

const carrying = (token: unknown) => {
  const body = messageEvent(undefined, { sender: { id: 'visitor-9', token } })
  return signedRequest({ secret, body, timestamp })
}

test('who signed in on the company’s site is known with the message, and the token stays at the door', async () => {
  const { receive, ports } = open(undefined, secretTokens())
  const token = await withSecret({ email: 'ada@example.com', email_verified: true })

  await receive('standard', carrying(token))

  const signedIn = { id: 'c-1', verified: { email: 'ada@example.com' } }
  expect(ports.inbound.kept).toMatchObject([{ message: { sender: { id: 'visitor-9', signedIn } } }])
  expect(JSON.stringify([ports.inbound.kept, ports.events])).not.toContain(token)
})

test.each<[string, unknown, SiteTokens | undefined]>([
  ['a bad one', 'not.a.token', secretTokens()],
  ['no text', { sub: 'c-1' }, secretTokens()],
  ['two', ['a.b.c', 'a.b.c'], secretTokens()],
  ['a huge one', 'x'.repeat(200_000), secretTokens()],
  ['one that nobody judges', 'not.a.token', undefined],
])('a message is kept though its token is %s: its sender has not signed in', async (_, token, tokens) => {
  const { receive, ports } = open(undefined, tokens)

  expect(await receive('standard', carrying(token))).toMatchObject({ kind: 'messages' })

  expect(ports.inbound.kept).toHaveLength(1)
  expect(ports.inbound.kept[0]?.message.sender).not.toHaveProperty('signedIn')
  expect(JSON.stringify(ports.inbound.kept)).not.toContain('token')
  expect(ports.events[0]).toMatchObject({ event: 'token.refused', channel: 'standard' })
  expect(JSON.stringify(ports.events)).not.toMatch(/a\.b\.c|xxx/)
})

test('what a sender says of having signed in is not taken for it', async () => {
  const { receive, ports } = open(undefined, secretTokens())
  const sender = { id: 'visitor-9', signedIn: { id: 'c-1', verified: {} } }

  await receive('standard', signedRequest({ secret, body: messageEvent(undefined, { sender }), timestamp }))

  expect(ports.inbound.kept[0]?.message.sender).toEqual({ id: 'visitor-9', verified: {} })
})
