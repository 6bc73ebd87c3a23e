import { expect, test } from 'vitest'
import { humanPlease, openCustomerDesk } from '#tests/support/customer-desk.ts'
import { inbound } from '#tests/support/inbound.ts'

const ada = { id: 'u-17', name: 'Ada', verified: { email: 'ada@example.com' } }

test('whoever else writes on a thread is not verified as the one who wrote before', async () => {
  const desk = openCustomerDesk()
  const receivedAt = desk.ports.clock()
  await desk.turn([inbound({ receivedAt, sender: ada })])

  await desk.turn([inbound({ receivedAt, text: humanPlease, sender: { id: 'u-66', verified: {} } })])

  const { handoff, state } = await desk.claimed()
  expect(handoff.brief.customer).toEqual({ id: 'u-66', verified: {}, verifications: [] })
  expect(state).not.toHaveProperty('customerName')
})

test('who was verified once stays so in the conversation, though the next message does not say it again', async () => {
  const desk = openCustomerDesk()
  const receivedAt = desk.ports.clock()
  await desk.turn([inbound({ receivedAt, sender: ada })])

  await desk.turn([inbound({ receivedAt, text: humanPlease, sender: { id: 'u-17', verified: {} } })])

  const { handoff } = await desk.claimed()
  expect(handoff.brief.customer).toMatchObject({ id: 'u-17', name: 'Ada', verified: ada.verified })
})

test('a repeated delivery behind a new message lends its sender’s name and budget to nobody', async () => {
  const desk = openCustomerDesk()
  const { ports } = desk
  await ports.customers.write({ id: 'u-17', name: 'Ada', tier: 'gold', updatedAt: 0 })
  const repeated = inbound({ receivedAt: ports.clock(), sender: ada })
  await desk.turn([repeated])

  const fresh = inbound({ receivedAt: ports.clock(), text: humanPlease, sender: { id: 'u-66', verified: {} } })
  await desk.turn([fresh, repeated])

  const { handoff } = await desk.claimed()
  expect(handoff.brief.customer).toEqual({ id: 'u-66', verified: {}, verifications: [] })
})
