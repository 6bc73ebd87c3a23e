import { describe, expect, test } from 'vitest'
import { queueBody } from '#shared/aws/sqs-queue.ts'
import type { Received, WebhookRequest } from '#shared/channel/channel.ts'
import { type InboundMessage, inboundMessageSchema } from '#shared/channel/inbound-message.ts'
import { webhookAnswer } from '#shared/lambda/webhook.ts'
import { seededRandom } from '#shared/words/training/random.ts'
import { bentForms } from '#tests/support/bent-json.ts'
import { bodyOf, channelSeconds, type SignedChannel, signedChannels } from '#tests/support/signed-channels.ts'

const now = channelSeconds * 1_000
const sqsLimitBytes = 1024 * 1024
const receive = ({ receiver, secrets }: SignedChannel, request: WebhookRequest, held = secrets): Promise<Received> =>
  receiver.receive(request, held, now)
const receiveBody = (channel: SignedChannel, body: Buffer): Promise<Received> => receive(channel, channel.sign(body))
const receiveEvents = (channel: SignedChannel, events: readonly unknown[]): Promise<Received> =>
  receiveBody(channel, bodyOf(channel, events))

const messagesOf = (received: Received) => (received.kind === 'messages' ? received.messages : [])
const statusOf = ({ name, receiver }: SignedChannel, received: Received): number =>
  webhookAnswer(received, name, () => undefined, receiver).statusCode ?? 500

/** JSON spells half a character out. */
const canBeKept = (message: InboundMessage): boolean => {
  const body = queueBody(message)
  const fits = Buffer.byteLength(body) <= sqsLimitBytes && !/\\ud[89a-f]/.test(body)
  return fits && inboundMessageSchema.safeParse(JSON.parse(body)).success
}

const changed = (bytes: Buffer, random: () => number): Buffer => {
  const at = Math.floor(random() * bytes.length)
  bytes[at] = ((bytes[at] ?? 0) + 1 + Math.floor(random() * 255)) % 256
  return bytes
}
const oneByteOff = (request: WebhookRequest, random: () => number, where: 'body' | 'header'): WebhookRequest => {
  if (where === 'body') return { ...request, body: changed(Buffer.from(request.body), random) }
  const [[name, value] = ['', '']] = Object.entries(request.headers)
  return { ...request, headers: { [name]: changed(Buffer.from(value ?? ''), random).toString('latin1') } }
}

const texts = [
  'I was charged twice',
  'Grüße 😀 👩‍👩‍👧',
  'line\nbreak\ttab "quoted" \\ back',
  '\u0000nul',
  '\u202eright to left',
  'שלום مرحبا 日本語',
  '  spaces around  ',
  'A'.repeat(4_096),
]

describe.each(signedChannels)('$name', (channel) => {
  test.each(texts)('a text arrives as it was written: %j', async (text) => {
    const received = await receiveEvents(channel, [channel.event(text, 'id-1')])

    expect(messagesOf(received).map(({ message }) => message.text)).toEqual([text])
    expect(statusOf(channel, received)).toBeLessThan(300)
  })

  test('a text that the queue spells six times as long is no failure of ours', async () => {
    const received = await receiveEvents(channel, [channel.event('\u0001'.repeat(290_000), 'id-1')])

    expect(messagesOf(received).every(canBeKept)).toBe(true)
    expect(statusOf(channel, received)).toBeLessThan(500)
  })

  test('the same delivery a hundred times is one message', async () => {
    const request = channel.sign(bodyOf(channel, [channel.event('Hello', 'id-1')]))

    const all = await Promise.all(Array.from({ length: 100 }, () => receive(channel, request)))

    const named = all.flatMap(messagesOf).map(({ address, dedupeId }) => JSON.stringify([address, dedupeId]))
    expect(named).toHaveLength(100)
    expect(new Set(named).size).toBe(1)
  })

  test('without its secret, with an empty or another one, nothing is taken', async () => {
    const request = channel.sign(bodyOf(channel, [channel.event('Hello', 'id-1')]))

    for (const held of [[], [''], ['another']]) {
      const secrets = Object.fromEntries(Object.keys(channel.secrets).map((field) => [field, held]))
      expect((await receive(channel, request, secrets)).kind).toBe('unauthentic')
    }
  })

  test('each header has to be there, once, as it was', async () => {
    const request = channel.sign(bodyOf(channel, [channel.event('Hello', 'id-1')]))

    for (const [name, value] of Object.entries(request.headers))
      for (const wrong of [
        undefined,
        '',
        ' ',
        `${value},${value}`,
        `${value}, ${value}`,
        'garbage',
        `x${value}`,
        '\u0000',
      ])
        expect((await receive(channel, { ...request, headers: { ...request.headers, [name]: wrong } })).kind).toBe(
          'unauthentic',
        )
  })

  test('ten thousand changes of one byte are all refused', async () => {
    const request = channel.sign(bodyOf(channel, [channel.event('Grüße', 'id-1')]))
    const random = seededRandom(7)
    const accepted: number[] = []

    for (let n = 0; n < 10_000; n += 1) {
      const bent =
        channel.signsBody === false ? oneByteOff(request, random, 'header') : oneByteOff(request, random, 'body')
      if ((await receive(channel, bent)).kind !== 'unauthentic') accepted.push(n)
    }

    expect(accepted).toEqual([])
  })

  test('bytes that read as the same text are not the same bytes', async () => {
    const request = channel.sign(bodyOf(channel, [channel.event('\uFFFD', 'id-1')]))
    // A form spells it out.
    const sign = ['\uFFFD', '%EF%BF%BD'].map((text) => Buffer.from(text)).find((text) => request.body.includes(text))
    const at = request.body.indexOf(sign ?? '')
    const rest = request.body.subarray(at + (sign?.byteLength ?? 0))
    const changed = Buffer.concat([request.body.subarray(0, at), Buffer.from([0xff]), rest])

    expect(sign).toBeDefined()
    expect((await receive(channel, request)).kind).toBe('messages')
    const refused = channel.signsBody === false ? 'unreadable' : 'unauthentic'
    expect((await receive(channel, { ...request, body: changed })).kind).toBe(refused)
  })

  test('what is signed and makes no sense is never our own failure, and leaves only messages that can be kept', async () => {
    const forms = bentForms(channel.delivery([channel.event('Hello', 'id-1')]))
    const wrong: unknown[] = []

    for (const form of forms) {
      const encoded = channel.encode?.(form) ?? Buffer.from(JSON.stringify(form) ?? '')
      const received = await receiveBody(channel, encoded)
      const kept = messagesOf(received).every(canBeKept)
      if (statusOf(channel, received) >= 500 || !kept) wrong.push(form)
    }

    expect(forms.length).toBeGreaterThan(150)
    expect(wrong).toEqual([])
  })

  test.each([
    ['nothing', ''],
    ['no JSON', '{"object":'],
    ['a bomb', `${'['.repeat(10_000)}`],
    ['a word', '"x"'],
    ['null', 'null'],
    ['half a character', Buffer.from([0x22, 0xc3, 0x28, 0x22])],
  ])('a body that is %s is answered, and nothing is taken from it', async (_, body) => {
    const received = await receiveBody(channel, Buffer.from(body))

    expect(messagesOf(received)).toEqual([])
    expect(statusOf(channel, received)).toBeLessThan(500)
  })
})

describe.each(signedChannels.filter(({ several }) => several))('$name, several events at once', (channel) => {
  test('an event that makes no sense takes no other with it', async () => {
    const [first, last] = [channel.event('first', 'id-1'), channel.event('last', 'id-2')]
    const wrong: unknown[] = []

    for (const form of bentForms(channel.event('Hello', 'id-3'))) {
      const kept = messagesOf(await receiveEvents(channel, [first, form, last])).map(({ message }) => message.id)
      if (kept[0] !== 'id-1' || kept.at(-1) !== 'id-2') wrong.push(form)
    }

    expect(wrong).toEqual([])
  })

  test('a thousand events are a thousand messages, in their order', async () => {
    const ids = Array.from({ length: 1_000 }, (_, index) => `id-${index}`)

    const received = await receiveEvents(
      channel,
      ids.map((id) => channel.event('Hello', id)),
    )

    expect(messagesOf(received).map(({ dedupeId }) => dedupeId)).toEqual(ids)
  })
})
