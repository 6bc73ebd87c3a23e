import { expect, test } from 'vitest'
import type { ChannelReceiver, Received } from '#shared/channel/channel.ts'
import { type ReceiveMessagePorts, receiveMessage } from '#shared/channel/receive-message.ts'
import { standardWebhooks } from '#shared/channel/standard-webhooks.ts'
import { inbound, threadOf } from '#tests/support/inbound.ts'
import { type MemoryPorts, memoryPorts } from '#tests/support/ports.ts'
import { messageEvent, signedRequest } from '#tests/support/signed-request.ts'

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'

interface Given {
  readonly receiver?: ChannelReceiver
  readonly secrets?: () => Promise<readonly string[]>
}

const openDoor = ({ receiver = standardWebhooks, secrets = async () => [secret] }: Given = {}) => {
  const memory = memoryPorts()
  const ports: ReceiveMessagePorts = {
    ...memory,
    queue: memory.inbound,
    channels: { standard: { receiver, secrets: { read: secrets } } },
  }
  return { memory, ports }
}

const request = ({ clock }: MemoryPorts, fields: { text?: string; signedWith?: string; lateSeconds?: number } = {}) =>
  signedRequest({
    secret: fields.signedWith ?? secret,
    body: messageEvent(fields.text),
    timestamp: Math.floor(clock() / 1_000) - (fields.lateSeconds ?? 0),
  })

const receives = (received: Received): ChannelReceiver => ({ receive: () => received })

test('a signed message is kept under its thread, and said to be accepted', async () => {
  const { memory, ports } = openDoor()

  expect(await receiveMessage(ports, 'standard', request(memory))).toMatchObject({ kind: 'messages' })
  expect(memory.inbound.kept).toMatchObject([
    { threadId: threadOf('their-thread'), message: { dedupeId: 'msg-1', message: { text: 'I was charged twice' } } },
  ])
  expect(memory.events).toEqual([
    { event: 'webhook.accepted', channel: 'standard', threadId: threadOf('their-thread'), messages: 1 },
  ])
})

test.each([
  ['signed with another secret', { signedWith: 'whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }],
  ['five minutes and a second old', { lateSeconds: 301 }],
  ['five minutes and a second ahead', { lateSeconds: -301 }],
])('nothing is kept of a message that is %s', async (_why, fields) => {
  const { memory, ports } = openDoor()

  expect(await receiveMessage(ports, 'standard', request(memory, fields))).toEqual({ kind: 'unauthentic' })
  expect(memory.inbound.kept).toEqual([])
  expect(memory.events).toEqual([])
})

test.each<Received>([
  { kind: 'ignored' },
  { kind: 'unauthentic' },
  { kind: 'too-large', limitBytes: 7 },
  { kind: 'unreadable', detail: 'body: not valid JSON' },
])('what is $kind is answered as that, and not kept', async (received) => {
  const { memory, ports } = openDoor({ receiver: receives(received) })

  expect(await receiveMessage(ports, 'standard', request(memory))).toBe(received)
  expect(memory.inbound.kept).toEqual([])
})

test.each(['whatsapp', '', 'toString', '__proto__'])(
  'there is no channel "%s", and no secret is read for it',
  async (channel) => {
    const { memory, ports } = openDoor({ secrets: () => Promise.reject(new Error('nobody asked for a secret')) })

    expect(await receiveMessage(ports, channel, request(memory))).toBeUndefined()
  },
)

test('several messages of one delivery are kept in their order', async () => {
  const messages = ['one', 'two', 'three'].map((text) => inbound({ text, receivedAt: 1 }))
  const { memory, ports } = openDoor({ receiver: receives({ kind: 'messages', messages }) })
  await receiveMessage(ports, 'standard', request(memory))

  expect(memory.inbound.kept.map(({ message }) => message.message.text)).toEqual(['one', 'two', 'three'])
})

test('a queue that is away is no acknowledgement, and the channel’s next try loses nothing', async () => {
  const messages = ['one', 'two', 'three'].map((text) => inbound({ text, receivedAt: 1 }))
  const { memory, ports } = openDoor({ receiver: receives({ kind: 'messages', messages }) })
  let tries = 0
  const queue: typeof ports.queue = {
    send: async (threadId, message) => {
      tries += 1
      if (tries === 2) throw new Error('the queue is away')
      await memory.inbound.send(threadId, message)
    },
  }
  const first = receiveMessage({ ...ports, queue }, 'standard', request(memory))

  await expect(first).rejects.toThrow('the queue is away')
  expect(await receiveMessage({ ...ports, queue }, 'standard', request(memory))).toMatchObject({ kind: 'messages' })
  expect(memory.inbound.kept.map(({ message }) => message.message.text)).toEqual(['one', 'two', 'three'])
})

test('secrets that cannot be read are no acknowledgement either, and nothing is kept unverified', async () => {
  const { memory, ports } = openDoor({ secrets: () => Promise.reject(new Error('the secret is away')) })

  await expect(receiveMessage(ports, 'standard', request(memory))).rejects.toThrow('the secret is away')
  expect(memory.inbound.kept).toEqual([])
})

test('no secret at all lets nobody in', async () => {
  const { memory, ports } = openDoor({ secrets: async () => [] })

  expect(await receiveMessage(ports, 'standard', request(memory))).toEqual({ kind: 'unauthentic' })
})

test('while secrets are rotated, both are good', async () => {
  const newer = 'whsec_QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo='
  const { memory, ports } = openDoor({ secrets: async () => [newer, secret] })

  const kinds = await Promise.all(
    [secret, newer].map(
      async (signedWith) => (await receiveMessage(ports, 'standard', request(memory, { signedWith })))?.kind,
    ),
  )

  expect(kinds).toEqual(['messages', 'messages'])
})
