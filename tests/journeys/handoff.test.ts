import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ConversationView } from '#functions/agent/shapes/conversation.ts'
import type { ClaimedHandoff, LineView } from '#infra/local/demo/agent.ts'
import { type Journey, startJourney } from '#tests/support/journey.ts'
import { endLeaseNow } from '#tests/support/time-travel.ts'

let journey: Journey

beforeAll(async () => {
  journey = await startJourney()
})
afterAll(() => journey?.cloud.close())

const humanPlease = 'I want to talk to a human'
const lampQuestion = 'How do I return a lamp?'

const claimed = async (who: string, team = 'care'): Promise<ClaimedHandoff> => {
  const { status, text } = await journey.claims(who, team)
  expect(status).toBe(200)
  return JSON.parse(text)
}
const does = async (who: string, handoffId: string, verb: string, body: object = {}): Promise<number> => {
  const { status } = await journey.agent(who, 'POST', `/handoffs/${handoffId}/${verb}`, body)
  return status
}
const view = async (thread: string, n = 1, who = 'supervisor'): Promise<ConversationView> =>
  JSON.parse((await journey.reads(thread, n, who)).text)
const lineOf = async (team: string): Promise<readonly string[]> => {
  const line: LineView = JSON.parse((await journey.agent('supervisor', 'GET', `/teams/${team}/line`)).text)
  return line.waiting.map(({ handoffId }) => handoffId)
}
const said = ({ messages }: ConversationView) =>
  messages.map(({ author, text }) => (author.kind === 'system' ? 'system' : `${author.kind}: ${text}`))

describe('given a customer who asks for a person, and asks again after it was resolved', () => {
  const thread = `twice-${randomUUID()}`
  let first: ClaimedHandoff
  let second: ClaimedHandoff

  test('when an agent claims, then all that was said is there, and the answer comes in the same thread', async () => {
    const answer = await journey.asks(thread, lampQuestion)
    const notice = await journey.asks(thread, humanPlease)
    first = await claimed('care-1')
    const status = await does('care-1', first.handoff.id, 'messages', { text: 'Hello, I am Ada.' })
    const reply = await journey.hears(thread, notice.number)

    expect([answer.author, notice.author, status]).toEqual(['assistant', 'system', 201])
    expect(reply).toMatchObject({ author: 'agent Ada', text: 'Hello, I am Ada.' })
    expect(first.handoff).toMatchObject({ trigger: 'asked-for-human', kind: 'failure', status: 'claimed' })
    expect(first.transcript.map(({ author }) => author.kind)).toEqual(['customer', 'assistant', 'customer', 'system'])
    expect(first.handoff.brief.receipt?.messageIds).toEqual(first.transcript.map(({ id }) => id))
    expect(first.handoff.startedAt).toBe(first.transcript[0]?.at)
  })

  test('when the agent resolves, then nothing can be written any more', async () => {
    expect(await does('care-1', first.handoff.id, 'resolve', { outcome: 'solved' })).toBe(204)
    expect(await does('care-1', first.handoff.id, 'messages', { text: 'One more thing.' })).toBe(410)
    expect(await view(thread)).toMatchObject({ status: 'closed', outcome: 'solved', previous: [] })
  })

  test('when the customer writes again, then a new conversation begins, with the assistant and a start of its own', async () => {
    const answer = await journey.asks(thread, 'What is the warranty on an oak table?')
    const [one, two] = [await view(thread, 1), await view(thread, 2)]

    expect(answer.author).toBe('assistant')
    expect(two).toMatchObject({ status: 'assistant', previous: [one.id], threadId: one.threadId })
    expect(one).toMatchObject({ status: 'closed', startedAt: first.handoff.startedAt })
    expect(Date.parse(two.startedAt)).toBeGreaterThan(Date.parse(one.closedAt ?? ''))
  })

  test('when they ask for a person again, then it is another handoff, whose agent sees the thread whole', async () => {
    await journey.asks(thread, humanPlease)
    second = await claimed('care-2')
    const whole = await view(thread, 2, 'care-2')

    expect(second.handoff.id).not.toBe(first.handoff.id)
    expect(second.handoff.startedAt).toBe(whole.startedAt)
    expect(second.transcript).toHaveLength(4)
    expect(whole.handoffs.map(({ id, status }) => [id, status])).toEqual([
      [first.handoff.id, 'closed'],
      [second.handoff.id, 'claimed'],
    ])
    expect(said(whole)).toEqual([
      `customer: ${lampQuestion}`,
      expect.stringMatching(/^assistant: /),
      `customer: ${humanPlease}`,
      'system',
      'agent: Hello, I am Ada.',
      'customer: What is the warranty on an oak table?',
      expect.stringMatching(/^assistant: /),
      `customer: ${humanPlease}`,
      'system',
    ])
  })

  test('when others look, then a supervisor may read it and another team may not, until it is theirs', async () => {
    const before = await journey.reads(thread, 2, 'billing-1')
    const passed = await does('care-2', second.handoff.id, 'transfer', { team: 'billing', reason: 'a refund' })
    const [theirs, ours] = [await journey.reads(thread, 2, 'billing-1'), await journey.reads(thread, 2, 'care-2')]

    expect((await journey.reads(thread, 2, 'supervisor')).status).toBe(200)
    expect([before.status, passed, theirs.status, ours.status]).toEqual([404, 204, 200, 200])
    expect(await does('care-2', second.handoff.id, 'messages', { text: 'Wait!' })).toBe(404)
  })

  test('when the other team claims, then the place is the one it always had', async () => {
    const taken = await claimed('billing-1', 'billing')

    expect(taken.handoff).toMatchObject({ id: second.handoff.id, startedAt: second.handoff.startedAt, team: 'billing' })
    expect(await does('billing-1', second.handoff.id, 'resolve', { outcome: 'unsolved' })).toBe(204)
  })
})

describe('given an agent who hands back to the assistant', () => {
  const thread = `returned-${randomUUID()}`
  let first: ClaimedHandoff

  test('when the customer writes, then the assistant answers, and the agent may not any more', async () => {
    const notice = await journey.asks(thread, humanPlease)
    first = await claimed('care-1')
    expect(await does('care-1', first.handoff.id, 'return')).toBe(204)
    const told = await journey.hears(thread, notice.number)
    const answer = await journey.asks(thread, lampQuestion)

    expect([told.author, answer.author]).toEqual(['system', 'assistant'])
    expect(await does('care-1', first.handoff.id, 'messages', { text: 'I am back.' })).toBe(410)
    expect(await view(thread)).toMatchObject({ status: 'assistant', handoffs: [{ status: 'returned' }] })
  })

  test('when they ask for a person again, then it is a second handoff of the same conversation, at its old place', async () => {
    const newer = `newer-${randomUUID()}`
    await journey.asks(newer, humanPlease)
    await journey.asks(thread, humanPlease)
    const [head, next] = [await claimed('care-2'), await claimed('care-2')]

    expect(head.handoff).toMatchObject({
      conversationId: first.handoff.conversationId,
      startedAt: first.handoff.startedAt,
    })
    expect(head.handoff.id).not.toBe(first.handoff.id)
    expect((await view(newer)).id).toBe(next.handoff.conversationId)
    for (const { handoff } of [head, next]) await does('care-2', handoff.id, 'resolve', { outcome: 'solved' })
  })
})

describe('given an agent who claims and is not seen again', () => {
  const [older, newer] = [`older-${randomUUID()}`, `newer-${randomUUID()}`]
  let lost: ClaimedHandoff

  test('when the lease runs out, then the late agent is refused', async () => {
    await journey.asks(older, humanPlease)
    await journey.asks(newer, humanPlease)
    lost = await claimed('care-1')
    expect(await lineOf('care')).not.toContain(lost.handoff.id)
    await endLeaseNow(journey.cloud, lost.handoff.id)

    expect(await does('care-1', lost.handoff.id, 'messages', { text: 'Here I am.' })).toBe(409)
    expect(await does('care-1', lost.handoff.id, 'accept')).toBe(409)
  })

  test('when the sweep runs, then it waits again, ahead of whoever came later', async () => {
    await journey.sweeps()

    expect((await lineOf('care'))[0]).toBe(lost.handoff.id)
    expect(await lineOf('care')).toHaveLength(2)
    expect(await view(older)).toMatchObject({ status: 'waiting', handoffs: [{ counters: { expiries: 1 } }] })
  })

  test('when another agent claims, then they get it, and the customer hears from them', async () => {
    const taken = await claimed('care-2')
    const last = journey.cloud.replies().at(-1)?.number
    await does('care-2', taken.handoff.id, 'messages', { text: 'Sorry for the wait.' })
    const reply = await journey.hears(older, last)

    expect(taken.handoff).toMatchObject({ id: lost.handoff.id, startedAt: lost.handoff.startedAt })
    expect(taken.transcript.map(({ id }) => id)).toEqual(lost.transcript.map(({ id }) => id))
    expect(reply).toMatchObject({ author: 'agent Ben', text: 'Sorry for the wait.' })
    expect(await does('care-1', lost.handoff.id, 'messages', { text: 'Me again.' })).toBe(409)
  })
})

test('nothing that a function called was denied to its role', () => {
  expect(journey.cloud.calls().filter(({ denied }) => denied > 0)).toEqual([])
})
