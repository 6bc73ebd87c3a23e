import { expect, test } from 'vitest'
import { resolve } from '#shared/handoff/resolve.ts'
import { returnToAssistant } from '#shared/handoff/return-to-assistant.ts'
import { placeOf } from '#shared/line/line-entry.ts'
import { type CustomerDesk, humanPlease, openCustomerDesk, threadId } from '#tests/support/customer-desk.ts'
import { ann } from '#tests/support/desk.ts'
import { passageOf } from '#tests/support/fixed-knowledge.ts'
import { testDeployed } from '#tests/support/test-config.ts'

const minutes = 30
const deployed = testDeployed({ headStart: [{ when: { tier: ['gold'] }, minutes }] })
const rated = async (desk: CustomerDesk, tier: string) =>
  desk.ports.customers.write({ id: 'u-17', tier, updatedAt: desk.ports.clock() })
const first = async (desk: CustomerDesk) => {
  const { entries } = await desk.ports.line.list('care', { limit: 1 })
  if (!entries[0]) throw new Error('nobody waits')
  return entries[0]
}
const backToAssistant = async (desk: CustomerDesk) => {
  const { handoff } = await desk.claimed(ann)
  await returnToAssistant(desk.ports, desk.config, { ...desk.request(ann, handoff.id), noticeId: `n-${handoff.n}` })
}

test('a customer with a head start stands before who began earlier, and no fact about either is changed', async () => {
  const desk = openCustomerDesk(deployed)
  const earlier = await desk.waits(10)
  await rated(desk, 'gold')

  await desk.turn([humanPlease])

  const head = await first(desk)
  const state = await desk.state()
  expect(head).toMatchObject({ threadId, startedAt: state.startedAt, headStartMs: minutes * 60_000 })
  expect(placeOf(head)).toBe(state.startedAt - minutes * 60_000)
  expect((await desk.claimed(ann)).handoff).toMatchObject({ threadId, startedAt: state.startedAt })
  expect((await desk.claimed(ann)).handoff.id).toBe(earlier.handoff.id)
})

test('who waits since longer than the head start is still served first', async () => {
  const desk = openCustomerDesk(deployed)
  const earlier = await desk.waits(minutes + 1)
  await rated(desk, 'gold')

  await desk.turn([humanPlease])

  expect((await first(desk)).handoffId).toBe(earlier.handoff.id)
})

test('it is decided once: a later handoff of the conversation finds it at the same place, whatever they are now', async () => {
  const desk = openCustomerDesk(deployed)
  await desk.turn([humanPlease])
  const { startedAt, headStartMs = 0 } = await first(desk)
  await backToAssistant(desk)
  await rated(desk, 'gold')

  await desk.turn([humanPlease])

  expect(headStartMs).toBe(0)
  expect(placeOf(await first(desk))).toBe(startedAt)
})

test('the next conversation of the thread is asked about anew', async () => {
  const desk = openCustomerDesk(deployed)
  await desk.turn([humanPlease])
  const { handoff } = await desk.claimed(ann)
  await resolve(desk.ports, desk.config, { ...desk.request(ann, handoff.id), outcome: 'solved', noteId: 'note' })
  await rated(desk, 'gold')

  await desk.turn([humanPlease])

  expect(await first(desk)).toMatchObject({ headStartMs: minutes * 60_000 })
})

test('a rule may go by an attribute of the customer, or by what the best article is about', async () => {
  const desk = openCustomerDesk(
    testDeployed({
      routing: [
        {
          name: 'delivery',
          when: { kind: 'failure', topic: ['delivery'], attributes: { plan: ['pro'] } },
          team: 'billing',
        },
      ],
    }),
  )
  await desk.ports.customers.write({ id: 'u-17', attributes: { plan: 'pro' }, updatedAt: 1 })
  desk.knowledge.passages = [passageOf({ confidence: 0.3, topic: 'delivery' })]

  await desk.turn(['Where is the lamp?'])

  expect(await desk.ports.handoffs.ofThread(threadId)).toMatchObject([
    { kind: 'failure', topic: 'delivery', rule: 'delivery', team: 'billing' },
  ])
})
