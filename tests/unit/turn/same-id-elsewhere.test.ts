import { expect, test } from 'vitest'
import { humanPlease, openCustomerDesk, threadId } from '#tests/support/customer-desk.ts'
import { ann } from '#tests/support/desk.ts'
import { inbound } from '#tests/support/inbound.ts'

const digits = '6581234567'
const onTelegram = (receivedAt: number, text = humanPlease) => ({
  ...inbound({ receivedAt, text, sender: { id: digits, name: 'Ada', verified: {} } }),
  address: { channel: 'telegram', account: '123456', key: digits },
})

test('whose digits are another channel’s telephone number gets nothing of whom they belong to', async () => {
  const desk = openCustomerDesk()
  await desk.ports.customers.write({ id: digits, name: 'Grace', tier: 'gold', account: 'A-1', updatedAt: 1 })
  await desk.ports.customers.write({ id: `whatsapp:${digits}`, name: 'Alan', tier: 'gold', updatedAt: 1 })

  await desk.turn([onTelegram(desk.ports.clock())])

  const { handoff } = await desk.claimed(ann)
  expect(handoff).toMatchObject({ threadId, trigger: 'asked-for-human', customerId: `telegram:${digits}` })
  expect(handoff.brief.customer).toEqual({
    id: `telegram:${digits}`,
    name: 'Ada',
    nameFrom: 'channel',
    verified: {},
    verifications: [],
  })
})

test('whom the company knows on that very channel is who they are', async () => {
  const desk = openCustomerDesk()
  await desk.ports.customers.write({ id: `telegram:${digits}`, name: 'Ada Lovelace', tier: 'silver', updatedAt: 1 })

  await desk.turn([onTelegram(desk.ports.clock())])

  const { handoff } = await desk.claimed(ann)
  expect(handoff.brief.customer).toMatchObject({ name: 'Ada Lovelace', tier: 'silver' })
})

test('who waits is the same person as before, and may leave the line', async () => {
  const desk = openCustomerDesk()
  await desk.turn([onTelegram(desk.ports.clock())])

  await desk.turn([onTelegram(desk.ports.clock(), 'never mind')])

  expect(await desk.state()).toMatchObject({ status: 'closed' })
})
