import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dynamoErasure } from '#shared/handoff/dynamo-erasure.ts'
import { eraseCustomer } from '#shared/handoff/erase-customer.ts'
import { tablePorts } from '#tests/support/cloud-ports.ts'
import { openCustomerDesk, threadId } from '#tests/support/customer-desk.ts'
import { startDynamo, type TestDynamo } from '#tests/support/dynamo.ts'
import { inbound } from '#tests/support/inbound.ts'
import { testDeployed } from '#tests/support/test-config.ts'

let dynamo: TestDynamo
beforeAll(async () => {
  dynamo = await startDynamo()
})
afterAll(() => dynamo.stop())

const open = async () => {
  const table = await dynamo.emptyTable()
  const desk = openCustomerDesk(testDeployed(), tablePorts(table))
  const { ports } = desk
  const onWhatsapp = (id: string) => ({
    ...inbound({ receivedAt: ports.clock(), sender: { id, verified: {} } }),
    address: { channel: 'whatsapp', account: '1055', key: id },
  })
  const left = async () => {
    const { Items = [] } = await table.client.send(new ScanCommand({ TableName: table.name }))
    const names = Items.map(({ pk, sk }) => `${pk} ${sk}`).sort()
    // That it was done, and hashes of whom to leave out of the queues.
    return names.filter((name) => !/^ERAS(ED#|URE )/.test(name))
  }
  /** Every byte but what an erasure itself keeps for five minutes. */
  const everything = async () => {
    const { Items = [] } = await table.client.send(new ScanCommand({ TableName: table.name }))
    return JSON.stringify(Items.filter(({ pk }) => pk !== 'ERASURE'))
  }
  const erase = (id: string) => eraseCustomer({ ...ports, erasure: dynamoErasure(table) }, id)
  return { ...desk, onWhatsapp, left, everything, erase }
}

const grace = { id: 'c-1', name: 'Grace', verified: { phone: '+6581234567', email: 'grace@example.com' }, updatedAt: 1 }

test('of a customer who is erased stays nothing that finds them, nothing they wrote, and nothing told of their sender', async () => {
  const { turn, ports, onWhatsapp, left, erase } = await open()
  await ports.customers.write(grace)
  await ports.customers.write({ ...grace, verified: { phone: '+6581234567', telegram: '17' }, updatedAt: 2 })
  await turn([onWhatsapp('6581234567')])
  const sender = { channel: 'whatsapp', account: '1055', name: 'gh', until: 9e12 }
  await ports.customers.remember('whatsapp:6581234567', sender)
  const before = await left()

  await erase('c-1')

  expect(before).toContain('IDENTITY#phone#6581234567 IDENTITY')
  expect(before).toContain(`THREAD#${threadId} ~STATE`)
  expect(await left()).toEqual([])
})

test('what the resolver told of a customer is erased with them, though they have not written since', async () => {
  const { ports, left, erase } = await open()
  await ports.customers.keepResolved('telegram:17', { until: 9e12, customer: { ...grace, source: 'resolver' } })
  await ports.customers.keepResolved('telegram:18', { until: 9e12, customer: { ...grace, id: 'c-2' } })

  await erase('c-1')

  expect(await left()).toEqual(['CUSTOMER#telegram:18 RESOLVED'])
})

test('another customer, and what finds them, stays', async () => {
  const { ports, left, erase } = await open()
  await ports.customers.write(grace)
  await ports.customers.write({ id: 'c-2', verified: { phone: '+6599999999' }, updatedAt: 1 })

  await erase('c-1')

  expect(await left()).toEqual(['CUSTOMER#c-2 PROFILE', 'IDENTITY#phone#6599999999 IDENTITY'])
})

test('a profile that the company gave the sender itself is another customer, and stays', async () => {
  const { turn, ports, onWhatsapp, left, erase } = await open()
  await ports.customers.write(grace)
  await turn([onWhatsapp('6581234567')])
  await ports.customers.write({ id: 'whatsapp:6581234567', tier: 'silver', updatedAt: 1 })

  await erase('c-1')

  expect(await left()).toEqual(['CUSTOMER#whatsapp:6581234567 PROFILE'])
})

test('an erasure and a profile that is written at the same time leave no identity without its customer', async () => {
  const { ports, left, erase } = await open()
  await ports.customers.write(grace)

  await Promise.allSettled([
    erase('c-1'),
    ports.customers.write({ ...grace, verified: { phone: '+6588888888' }, updatedAt: 2 }),
  ])

  const found = (await left()).filter((one) => one.startsWith('IDENTITY#'))
  const profiles = (await left()).filter((one) => one.startsWith('CUSTOMER#'))
  expect(found).toEqual(profiles.length > 0 ? ['IDENTITY#phone#6588888888 IDENTITY'] : [])
})

const question = 'How do I return a lamp?'

const from = (ports: { readonly clock: () => number }, id: string, text = `${question} says ${id}`) =>
  inbound({ receivedAt: ports.clock(), text, sender: { id, name: `Name ${id}`, verified: {} } })

test('who wrote first on a thread is erased, and what others wrote there since stays', async () => {
  const { turn, ports, left, erase, everything } = await open()
  await turn([from(ports, 'u-1')])
  await turn([from(ports, 'u-2')])
  await turn([from(ports, 'u-3'), from(ports, 'u-2', 'Another thing')])

  await erase('u-1')
  const after = await everything()
  const texts = (await ports.threads.readMessages(threadId)).filter(({ author }) => author.kind === 'customer')
  for (const id of ['u-2', 'u-3']) await erase(id)

  expect(after).not.toContain('u-1')
  expect(texts.map(({ text, erased }) => erased ?? text)).toEqual([
    true,
    `${question} says u-2`,
    `${question} says u-3`,
    'Another thing',
  ])
  expect(await left()).toEqual([])
})

test('so are whose words came in one batch with another’s, and who signed in before another', async () => {
  const { turn, ports, left, erase, everything } = await open()
  const signedIn = (id: string, signed: string) =>
    inbound({
      receivedAt: ports.clock(),
      text: question,
      sender: { id, verified: {}, signedIn: { id: signed, verified: {} } },
    })
  await turn([from(ports, 'u-1'), from(ports, 'u-2')])
  await erase('u-1')
  const afterBatch = await everything()
  await turn([signedIn('visitor-9', 'c-1')])
  await ports.customers.remember('visitor-9', { channel: 'standard', account: 'standard', until: 9e12 })
  await turn([from(ports, 'u-2')])

  await erase('c-1')

  expect(afterBatch).not.toContain('u-1')
  expect(await everything()).not.toMatch(/visitor-9|c-1/)
  expect(await everything()).toContain(`${question} says u-2`)
  await erase('u-2')
  expect(await left()).toEqual([])
})

test('who waits beside somebody who is erased keeps their place, and the agent meets none of the other’s words', async () => {
  const { turn, ports, erase, everything, claimed } = await open()
  await turn([from(ports, 'u-1', 'Where is the order called swordfish?')])
  await turn([from(ports, 'u-2', 'I want to talk to a human')])

  await erase('u-1')
  const { handoff, transcript } = await claimed()

  expect(transcript.map(({ text }) => text)).toContain('I want to talk to a human')
  expect(handoff).toMatchObject({ reason: handoff.trigger, brief: { summary: '' } })
  expect(await everything()).not.toMatch(/swordfish|Name u-1/)
})

test('one person alone is noted nowhere', async () => {
  const { turn, left } = await open()

  await turn([question])
  await turn([question])

  expect((await left()).filter((one) => one.includes('ALSO#'))).toEqual([])
})
