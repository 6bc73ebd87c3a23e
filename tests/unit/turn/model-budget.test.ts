import { describe, expect, test } from 'vitest'
import { resolve } from '#shared/handoff/resolve.ts'
import { metSenders } from '#shared/turn/met-senders.ts'
import { takeTurn } from '#shared/turn/take-turn.ts'
import { humanPlease, openCustomerDesk } from '#tests/support/customer-desk.ts'
import { ann } from '#tests/support/desk.ts'
import { inbound, threadOf } from '#tests/support/inbound.ts'
import { ears } from '#tests/support/listen.ts'
import { testDeployed } from '#tests/support/test-config.ts'

const limit = 4
const question = 'How do I return a lamp?'
/** Asked on one thread: a question in other words for the third time is a handoff of its own. */
const questions = [
  question,
  'Do you deliver to Austria?',
  'Which payment methods do you take?',
  'How long is the warranty?',
  'Is there a shop in Berlin?',
  'Can I change my address?',
]
const hour = 3_600_000

const open = (limits: object = { callsPerSenderPerHour: limit }) => {
  const deployed = testDeployed({ model: { id: 'us.amazon.nova-2-lite-v1:0', ...limits } })
  const desk = openCustomerDesk(deployed)
  const { ports, assistant, knowledge } = desk
  const environments = [metSenders(), metSenders()]
  const says = async (key: string, text = question, { environment = 0, sender = 'u-17' } = {}) => {
    const met = environments[environment] ?? metSenders()
    ports.clock.advance(1_000)
    const messages = [inbound({ key, text, receivedAt: ports.clock(), sender: { id: sender, verified: {} } })]
    const given = { threadId: threadOf(key), messages, thirdTry: false }
    await takeTurn({ ...ports, assistant, knowledge, ears, met }, deployed, given)
  }
  const asks = async (key: string, count: number) => {
    for (const text of questions.slice(0, count)) await says(key, text)
  }
  const statusOf = async (key: string) => (await ports.threads.readNewest(threadOf(key), 1)).state?.status
  const lastOf = async (key: string) => (await ports.threads.readMessages(threadOf(key))).at(-1)?.text
  /** So many threads, each with one question. */
  const floods = async (count: number, text?: string) => {
    for (let n = 1; n <= count; n += 1) await says(`thread-${n}`, text)
  }
  const handedOff = () => ports.events.flatMap((event) => (event.event === 'turn.handed-off' ? [event.trigger] : []))
  return { ...desk, says, asks, floods, statusOf, lastOf, handedOff, calls: () => assistant.asked.length }
}

describe('a sender on one thread', () => {
  test('is answered until the budget is spent, and then has a person', async () => {
    const desk = open()

    await desk.asks('thread-1', 6)

    expect(desk.calls()).toBe(limit)
    expect(await desk.statusOf('thread-1')).toBe('waiting')
    const { handoff } = await desk.claimed(ann)
    expect(handoff).toMatchObject({
      trigger: 'assistant-unavailable',
      fired: [{ evidence: { detail: 'budget-spent' } }],
    })
  })

  test('has no new budget with a new conversation, and has one after an hour', async () => {
    const desk = open()
    await desk.asks('thread-1', limit + 1)
    const { handoff } = await desk.claimed(ann)
    await resolve(desk.ports, desk.config, {
      agent: ann,
      handoffId: handoff.id,
      outcome: 'solved',
      noteId: 'n',
      attemptId: 'a',
    })

    await desk.says('thread-1')

    expect([desk.calls(), await desk.statusOf('thread-1')]).toEqual([limit, 'waiting'])
    await desk.says('thread-2')
    desk.ports.clock.advance(hour)
    await desk.says('thread-3')
    expect(desk.calls()).toBe(limit + 1)
  })

  test('costs no write beyond the turn’s own', async () => {
    const desk = open()

    await desk.asks('thread-1', 6)

    expect((await desk.ports.customers.read('u-17')).spending).toBeUndefined()
  })

  test('whose last call is a draft’s only one gets no retry', async () => {
    const desk = open()

    await desk.asks('thread-1', limit)

    expect(desk.assistant.asked.map(({ mostCalls }) => mostCalls)).toEqual([2, 2, 2, 1])
  })
})

describe('a sender on many threads', () => {
  test('has one budget, one person and, beyond it, the way to another', async () => {
    const desk = open()

    await desk.floods(30)

    expect(desk.calls()).toBeLessThanOrEqual(limit)
    expect(desk.handedOff()).toEqual(['assistant-unavailable'])
    expect(await desk.lastOf('thread-30')).toContain('“I want to talk to a person”')
    expect(await desk.statusOf('thread-30')).toBe('assistant')
  })

  test('is one sender to every execution environment once the first has noticed', async () => {
    const desk = open()

    for (let n = 1; n <= 30; n += 1) await desk.says(`thread-${n}`, question, { environment: n % 3 === 0 ? 1 : 0 })

    expect(desk.calls()).toBeLessThanOrEqual(limit)
  })

  test('gets a person on every thread that asks for one', async () => {
    const desk = open()
    await desk.floods(10)

    await desk.says('thread-9', humanPlease)
    await desk.says('thread-10', 'I want to talk to a person')
    await desk.says('thread-99', humanPlease)

    const threads = ['thread-8', 'thread-9', 'thread-10', 'thread-99']
    expect(await Promise.all(threads.map(desk.statusOf))).toEqual(['assistant', 'waiting', 'waiting', 'waiting'])
  })

  test('gets a person for words that leave it to the model whether they ask for one', async () => {
    const desk = open()
    await desk.floods(10)

    await desk.says('thread-9', 'Who can I call about my lamp?')

    expect(await desk.statusOf('thread-9')).toBe('waiting')
  })

  test('brings no more handoffs about than that by asking what no article answers', async () => {
    const desk = open()
    desk.knowledge.passages = []

    await desk.floods(30, 'Which colour has the moon over Saturn')

    expect(desk.handedOff()).toHaveLength(limit)
  })

  test('takes nothing from anybody else', async () => {
    const desk = open()
    await desk.floods(30)

    const before = desk.calls()
    await desk.says('grace', question, { sender: 'grace' })

    expect(desk.calls()).toBe(before + 1)
    expect(await desk.lastOf('grace')).toBe('Here is how that works.')
  })
})

test('an environment remembers so many senders, and forgets the oldest', () => {
  const met = metSenders()
  const at = { threadId: 'one', hour: 1, day: 1, counted: false, now: 0 }
  met.meet({ ...at, senderId: 'first' })
  for (let n = 0; n < 10_000; n += 1) met.meet({ ...at, senderId: `s-${n}` })

  expect(met.meet({ ...at, senderId: 'first', threadId: 'two' })).toBeUndefined()
  expect(met.meet({ ...at, senderId: 's-9999', threadId: 'two' })).toEqual({ hour: 1, day: 1 })
  expect(met.meet({ ...at, senderId: 's-9998', threadId: 'two', now: hour })).toEqual({ hour: 0, day: 1 })
  expect(met.meet({ ...at, senderId: 's-9997', threadId: 'two', now: 24 * hour })).toBeUndefined()
})

describe('a sender’s day', () => {
  const perDay = { callsPerSenderPerHour: 2, callsPerSenderPerDay: 4 }
  const hourly = async (desk: ReturnType<typeof open>, keys: readonly string[]) => {
    for (const [n, key] of keys.entries()) {
      desk.ports.clock.advance(2 * hour)
      await desk.says(key, questions[n % questions.length])
    }
  }

  test('ends on one thread, however the calls lie in its hours', async () => {
    const desk = open(perDay)

    await hourly(desk, Array(6).fill('thread-1'))

    expect(desk.calls()).toBe(4)
    expect(await desk.statusOf('thread-1')).toBe('waiting')
    expect((await desk.ports.customers.read('u-17')).daySpending).toBeUndefined()
  })

  test('ends over many threads, with one person for all of them', async () => {
    const desk = open(perDay)

    await hourly(
      desk,
      Array.from({ length: 10 }, (_, n) => `thread-${n}`),
    )

    expect(desk.calls()).toBeLessThanOrEqual(4)
    expect(desk.calls()).toBeGreaterThanOrEqual(3)
    expect(desk.handedOff()).toEqual(['assistant-unavailable'])
  })

  test('is followed by another', async () => {
    const desk = open(perDay)
    await hourly(
      desk,
      Array.from({ length: 8 }, (_, n) => `thread-${n}`),
    )
    const before = desk.calls()
    desk.ports.clock.advance(24 * hour)

    await desk.says('thread-100')

    expect(desk.calls()).toBe(before + 1)
  })
})
