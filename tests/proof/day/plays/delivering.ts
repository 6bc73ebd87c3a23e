import { setTimeout } from 'node:timers/promises'
import { expect } from '#infra/local/demo/expect.ts'
import { timeKey, undeliveredList } from '#shared/aws/dynamo-keys.ts'
import { threadOf } from '#tests/support/inbound.ts'
import type { Day, Play } from '../day.ts'
import { messagesOf, put } from '../table.ts'

const minuteMs = 60_000
const patienceMs = 20_000

/** The thread's outgoing messages by what became of them, once this many are there and `enough` says so. */
const outgoing = async (day: Day, thread: string, enough: (deliveries: readonly string[]) => boolean) => {
  for (const deadline = Date.now() + patienceMs; Date.now() < deadline; await setTimeout(50)) {
    const found = (await messagesOf(day, thread)).filter(({ delivery }) => delivery !== undefined)
    if (enough(found.map(({ delivery }) => String(delivery)))) return found
  }
  throw new Error(`the messages of ${thread} did not become what they should`)
}

export const endpointDown: Play = {
  title: "the company's endpoint is down for a moment, and answers again",
  play: async (day) => {
    const pia = day.customer({ id: 'u-pia', name: 'Pia' })
    day.gate.set('down')
    await pia.says('How many days do I have to return a lamp?')
    await outgoing(day, pia.thread, (deliveries) => deliveries.includes('pending'))
    await setTimeout(500)
    day.gate.set('open')
    await pia.hears('assistant')
  },
}

export const endpointGone: Play = {
  title: "the company's endpoint refuses a message for good",
  play: async (day) => {
    const gil = day.customer({ id: 'u-gil', name: 'Gil' })
    day.gate.set('gone')
    await gil.says('How many days do I have to return a lamp?')
    await outgoing(day, gil.thread, (deliveries) => deliveries.includes('failed'))
    day.gate.set('open')
  },
}

/** A message that was stored and never handed to delivery, or handed over and lost. */
const stored = (day: Day, thread: string, at: number, more: Record<string, unknown> = {}) =>
  put(day, {
    pk: `THREAD#${threadOf(thread)}`,
    sk: `MSG#${timeKey(at)}#lost-${at}`,
    threadId: threadOf(thread),
    id: `lost-${at}`,
    conversationId: `${threadOf(thread)}.1`,
    at,
    author: { kind: 'system' },
    text: 'This was never sent.',
    delivery: 'pending',
    listKey: undeliveredList,
    listSort: timeKey(at),
    ...more,
  })

export const neverSent: Play = {
  title: 'messages that never reached delivery: the sweep hands them over, for the first time and once more',
  play: async (day) => {
    const lea = day.customer({ id: 'u-lea', name: 'Lea' })
    await lea.says('How many days do I have to return a lamp?')
    await lea.hears('assistant')
    const now = Date.now()
    await stored(day, lea.thread, now - 5 * minuteMs)
    await stored(day, lea.thread, now - 30 * minuteMs, { resends: 1, resentAt: now - 20 * minuteMs })

    await day.cloud.sweep()
    await lea.hears('system')
    await lea.hears('system')
  },
}

/** What the channel's door put into the inbound queue for a thread, once more under another id. */
const redeliver = (day: Day, thread: string) => {
  const sent = day.exchanges.filter(({ caller, call }) => caller === 'ReceiveMessage' && call.service === 'sqs')
  const bodies = sent.map(({ call }) => String(call.input.MessageBody)).filter((body) => body.includes(thread))
  const [name = ''] = sent.map(({ call }) => String(call.input.QueueUrl).split('/').at(-1))
  for (const body of bodies) {
    const deduplicationId = crypto.randomUUID()
    day.cloud.running.queues.byName(name)?.send({ body, groupId: threadOf(thread), deduplicationId })
  }
}

export const deliveredTwice: Play = {
  title: 'a channel repeats what it delivered long ago, while the answers wait and once they are delivered',
  play: async (day) => {
    const ugo = day.customer({ id: 'u-ugo', name: 'Ugo' })
    day.gate.set('down')
    await ugo.says('How many days do I have to return a lamp?')
    await outgoing(day, ugo.thread, (deliveries) => deliveries.length === 1)
    await ugo.says('What is the warranty on an oak table?')
    await outgoing(day, ugo.thread, (deliveries) => deliveries.length === 2)
    const batches = () => day.exchanges.filter(({ call }) => call.operation === 'SendMessageBatch').length
    const before = batches()
    redeliver(day, ugo.thread)
    for (const deadline = Date.now() + patienceMs; batches() === before; await setTimeout(50))
      expect(Date.now() < deadline, 'what waits is handed over again, all of it')
    day.gate.set('open')
    await ugo.hears('assistant')
    await ugo.hears('assistant')

    redeliver(day, ugo.thread)
    await ugo.hearsNothing(1_000)
  },
}
