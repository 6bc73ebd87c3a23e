import { expect, test } from 'vitest'
import { humanPlease, openCustomerDesk, threadId } from '#tests/support/customer-desk.ts'
import { ann } from '#tests/support/desk.ts'
import { inbound } from '#tests/support/inbound.ts'
import { testDeployed } from '#tests/support/test-config.ts'

const question = 'How do I return a lamp?'
const phone = '+6581234567'
const grace = { id: 'c-1', name: 'Grace Hopper', tier: 'gold', account: 'A-1', updatedAt: 1 }
const highValue = testDeployed({ triggers: { 'high-value-account': { tiers: ['gold'] } } })

const open = (deployed = testDeployed()) => {
  const desk = openCustomerDesk(deployed)
  const { ports } = desk
  let reads = 0
  const { find } = ports.customers
  ports.customers.find = (identities) => {
    reads += 1
    return find(identities)
  }
  type Sender = Parameters<typeof inbound>[0]['sender']
  const onWhatsapp = (text: string, id = '6581234567') => ({
    ...inbound({ text, receivedAt: ports.clock(), sender: { id, name: 'gh', verified: {} } }),
    address: { channel: 'whatsapp', account: '1055', key: id },
  })
  const says = (text: string, sender: Sender = { id: 'u-17', name: 'Ada', verified: {} }) =>
    desk.turn([inbound({ text, receivedAt: ports.clock(), sender })])
  const handoff = async () => (await ports.handoffs.ofThread(threadId)).at(-1)
  return { ...desk, onWhatsapp, says, handoff, reads: () => reads }
}

test('whoever writes from a customer’s number is that customer, with tier, account and provenance', async () => {
  const desk = open()
  await desk.ports.customers.write({ ...grace, verified: { phone } })

  await desk.turn([desk.onWhatsapp(humanPlease)])

  const { handoff } = await desk.claimed(ann)
  expect(handoff.customerId).toBe('c-1')
  expect(handoff.brief.customer).toMatchObject({
    id: 'c-1',
    name: 'Grace Hopper',
    nameFrom: 'profile',
    tier: 'gold',
    account: 'A-1',
    verified: { phone },
    verifications: [
      { what: 'phone', value: phone, how: 'channel', by: expect.stringContaining('WhatsApp') },
      { what: 'phone', value: phone, how: 'company', by: 'the company, in the customer’s profile', at: 1 },
    ],
  })
  expect(await desk.state()).toMatchObject({ customerId: 'c-1', senderId: 'whatsapp:6581234567' })
})

test('a large account is one on whichever channel it writes', async () => {
  const desk = open(highValue)
  await desk.ports.customers.write({ ...grace, verified: { phone } })

  await desk.turn([desk.onWhatsapp(question)])

  expect(await desk.handoff()).toMatchObject({ trigger: 'high-value-account', customerId: 'c-1' })
})

test('the number of somebody who is no customer is vouched for, and nobody’s', async () => {
  const desk = open()
  await desk.ports.customers.write({ ...grace, verified: { phone: '+6599999999' } })

  await desk.turn([desk.onWhatsapp(humanPlease)])

  expect((await desk.handoff())?.brief.customer).toMatchObject({
    id: 'whatsapp:6581234567',
    nameFrom: 'channel',
    verified: { phone },
    verifications: [{ what: 'phone', how: 'channel' }],
  })
})

test('what somebody says of themselves makes nobody of them', async () => {
  const desk = open(highValue)
  await desk.ports.customers.write({ ...grace, verified: { phone, email: 'grace@example.com' } })

  await desk.says(`I am Grace, my number is ${phone}, my e-mail is grace@example.com. My id is c-1. ${humanPlease}`, {
    id: 'u-66',
    name: 'Grace Hopper',
    verified: {},
  })

  expect((await desk.handoff())?.customerId).toBe('u-66')
  expect((await desk.handoff())?.brief.customer).toMatchObject({ id: 'u-66', verified: {}, verifications: [] })
  expect(desk.reads()).toBe(0)
})

test('what the company vouched for once counts for the whole conversation, and is looked up anew', async () => {
  const desk = open()
  await desk.ports.customers.write({ ...grace, verified: { email: 'grace@example.com' } })
  await desk.says(question, { id: 'visitor-9', verified: { email: 'Grace@example.com' } })

  await desk.says(question, { id: 'visitor-9', verified: {} })
  const later = await desk.state()
  await desk.ports.customers.write({ ...grace, verified: {} })
  await desk.says(humanPlease, { id: 'visitor-9', verified: {} })

  expect(later).toMatchObject({ customerId: 'c-1', senderId: 'visitor-9' })
  expect(await desk.state()).toMatchObject({ customerId: 'visitor-9' })
  expect(await desk.state()).not.toHaveProperty('senderId')
})

test('of what one was vouched for, the next on the same thread gets nothing', async () => {
  const desk = open()
  await desk.ports.customers.write({ ...grace, verified: { email: 'grace@example.com' } })
  await desk.says(question, { id: 'u-1', verified: { email: 'grace@example.com' } })

  await desk.says(humanPlease, { id: 'u-2', verified: {} })

  expect((await desk.handoff())?.brief.customer).toEqual({ id: 'u-2', verified: {}, verifications: [] })
  expect(await desk.state()).not.toHaveProperty('vouchings')
})

test('of what was vouched for in one conversation, the next has nothing', async () => {
  const desk = open()
  await desk.ports.customers.write({ ...grace, verified: { email: 'grace@example.com' } })
  await desk.says(humanPlease, { id: 'visitor-9', verified: { email: 'grace@example.com' } })
  await desk.says('never mind', { id: 'visitor-9', verified: {} })
  const over = await desk.state()

  await desk.says(humanPlease, { id: 'visitor-9', verified: {} })

  expect(over).toMatchObject({ status: 'closed', customerId: 'c-1' })
  expect((await desk.handoff())?.brief.customer).toEqual({ id: 'visitor-9', verified: {}, verifications: [] })
})

test('in one batch only the messages of whoever wrote last vouch for them', async () => {
  const desk = open()
  await desk.ports.customers.write({ ...grace, verified: { email: 'grace@example.com' } })
  const receivedAt = desk.ports.clock()

  await desk.turn([
    inbound({ receivedAt, text: question, sender: { id: 'u-1', verified: { email: 'grace@example.com' } } }),
    inbound({ receivedAt, text: humanPlease, sender: { id: 'u-2', verified: {} } }),
  ])

  expect((await desk.handoff())?.customerId).toBe('u-2')
})

test('a burst of one person is vouched for by each of its messages', async () => {
  const desk = open()
  await desk.ports.customers.write({ ...grace, verified: { email: 'grace@example.com' } })
  const receivedAt = desk.ports.clock()

  await desk.turn([
    inbound({ receivedAt, text: question, sender: { id: 'u-1', verified: { email: 'grace@example.com' } } }),
    inbound({ receivedAt, text: humanPlease, sender: { id: 'u-1', verified: {} } }),
  ])

  expect((await desk.handoff())?.customerId).toBe('c-1')
})

test('whose identities are two customers’ is neither, and it is logged', async () => {
  const desk = open()
  await desk.ports.customers.write({ ...grace, verified: { phone } })
  await desk.ports.customers.write({ id: 'c-2', verified: { email: 'two@example.com' }, updatedAt: 1 })

  await desk.says(humanPlease, { id: 'u-9', verified: { phone, email: 'two@example.com' } })

  expect((await desk.handoff())?.customerId).toBe('u-9')
  expect(desk.ports.events).toContainEqual({ event: 'customer.ambiguous', channel: 'standard', customers: 2 })
})

test('whose id the company knows is that customer, whatever else is vouched for', async () => {
  const desk = open()
  await desk.ports.customers.write({ id: 'u-17', tier: 'silver', updatedAt: 1 })
  await desk.ports.customers.write({ ...grace, verified: { email: 'grace@example.com' } })

  await desk.says(humanPlease, { id: 'u-17', verified: { email: 'grace@example.com' } })

  expect((await desk.handoff())?.brief.customer).toMatchObject({ id: 'u-17', tier: 'silver' })
})

test('a token names the customer, before the id that the chat gave the visitor', async () => {
  const desk = open()
  await desk.ports.customers.write({ ...grace, verified: { email: 'grace@example.com' } })
  const signedIn = { id: 'c-1', verified: { email: 'grace@example.com', account: 'A-7' } }

  await desk.says(question, { id: 'visitor-9', verified: {}, signedIn })
  await desk.says(humanPlease, { id: 'visitor-9', verified: {} })

  const customer = (await desk.handoff())?.brief.customer
  expect(customer).toMatchObject({ id: 'c-1', account: 'A-7', verified: { email: 'grace@example.com' } })
  expect(customer?.verifications.filter(({ how }) => how === 'token').map(({ what }) => what)).toEqual([
    'email',
    'account',
    'customer',
  ])
  expect(customer?.verified).not.toHaveProperty('customer')
})

test('of whoever signed in before them, the next who signs in at the same browser gets nothing', async () => {
  const desk = open()
  await desk.ports.customers.write({ ...grace, verified: { email: 'grace@example.com' } })
  const hers = { id: 'c-1', verified: { email: 'grace@example.com', phone, account: 'A-7' } }
  await desk.says(question, { id: 'visitor-9', verified: {}, signedIn: hers })

  await desk.says(humanPlease, { id: 'visitor-9', verified: {}, signedIn: { id: 'c-2', verified: {} } })

  const customer = (await desk.handoff())?.brief.customer
  expect(customer).toMatchObject({ id: 'c-2', verified: {}, verifications: [{ what: 'customer', value: 'c-2' }] })
  expect(JSON.stringify(customer)).not.toMatch(/grace|A-7|6581234567/)
})

test('whom a token names without a profile is that customer all the same', async () => {
  const desk = open()

  await desk.says(humanPlease, { id: 'visitor-9', verified: {}, signedIn: { id: 'c-404', verified: {} } })

  expect((await desk.handoff())?.brief.customer).toMatchObject({ id: 'c-404', verified: {} })
})

test('one who has been found waits as one person, and may leave the line', async () => {
  const desk = open()
  await desk.turn([desk.onWhatsapp(humanPlease)])
  await desk.ports.customers.write({ ...grace, verified: { phone } })

  await desk.turn([desk.onWhatsapp('never mind')])

  expect(await desk.state()).toMatchObject({ status: 'closed', customerId: 'c-1' })
})

test('it costs one read beside the others, and none where nothing is vouched for', async () => {
  const desk = open()
  await desk.ports.customers.write({ ...grace, verified: { phone } })

  await desk.turn([desk.onWhatsapp(question)])
  await desk.turn([desk.onWhatsapp(question)])
  const found = desk.reads()
  await desk.says(question)

  expect([found, desk.reads()]).toEqual([2, 2])
})

test('a name that the person chose is told as such', async () => {
  const desk = open()

  await desk.says(humanPlease, { id: 'u-1', name: 'The CEO', verified: {} })

  expect((await desk.handoff())?.brief.customer).toMatchObject({ name: 'The CEO', nameFrom: 'channel' })
})
