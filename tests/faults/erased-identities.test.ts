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
    return Items.map(({ pk, sk }) => `${pk} ${sk}`).sort()
  }
  const erase = (id: string) => eraseCustomer({ ...ports, erasure: dynamoErasure(table) }, id)
  return { ...desk, onWhatsapp, left, erase }
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

test('who wrote first on a thread is erased with it, though another wrote there since', async () => {
  const { turn, ports, left, erase } = await open()
  const from = (id: string) => inbound({ receivedAt: ports.clock(), text: question, sender: { id, verified: {} } })
  await turn([from('u-1')])
  await turn([from('u-2')])
  await turn([from('u-3'), from('u-2')])
  const before = await left()

  await erase('u-1')

  expect(before.filter((one) => one.includes('MSG#')).length).toBeGreaterThan(3)
  expect(await left()).toEqual([])
})

test('so is whose words came in one batch with another’s, and who signed in before another', async () => {
  const { turn, ports, left, erase } = await open()
  const from = (id: string, signedIn?: string) => {
    const signed = signedIn === undefined ? {} : { signedIn: { id: signedIn, verified: {} } }
    return inbound({ receivedAt: ports.clock(), text: question, sender: { id, verified: {}, ...signed } })
  }
  await turn([from('u-1'), from('u-2')])
  await erase('u-1')
  const afterBatch = await left()
  await turn([from('visitor-9', 'c-1')])
  await ports.customers.remember('visitor-9', { channel: 'standard', account: 'standard', until: 9e12 })
  await turn([from('u-2')])

  await erase('c-1')

  expect([afterBatch, await left()]).toEqual([[], []])
})

test('one person alone is noted nowhere', async () => {
  const { turn, left } = await open()

  await turn([question])
  await turn([question])

  expect((await left()).filter((one) => one.includes('ALSO#'))).toEqual([])
})
