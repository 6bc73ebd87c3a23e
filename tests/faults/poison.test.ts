import { afterAll, beforeAll, expect, test } from 'vitest'
import { customerProfileSchema } from '#shared/customer/customer.ts'
import { tablePorts } from '#tests/support/cloud-ports.ts'
import { type CustomerDesk, humanPlease, openCustomerDesk, threadId } from '#tests/support/customer-desk.ts'
import { startDynamo, type TestDynamo } from '#tests/support/dynamo.ts'
import { testDeployed } from '#tests/support/test-config.ts'

let dynamo: TestDynamo
beforeAll(async () => {
  dynamo = await startDynamo()
})
afterAll(() => dynamo.stop())

const open = async (deployed = testDeployed()): Promise<CustomerDesk> =>
  openCustomerDesk(deployed, tablePorts(await dynamo.emptyTable()))

const long = (prefix: string, count: number, length: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [`${prefix}${n}`, 'v'.repeat(length)]))

const triggersOf = async (desk: CustomerDesk) =>
  (await desk.ports.handoffs.ofThread(threadId)).map(({ trigger }) => trigger)

/** Nobody works at that hour, so that the notice names a time, in the customer's language. */
const closed = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] }
const asleep = () => {
  const { config } = testDeployed()
  const { care, ...others } = config.teams
  const hours = { timeZone: 'Europe/Berlin', weekly: { ...closed, mon: ['03:00-03:01'] } }
  return testDeployed({ teams: { ...others, care: { ...care, hours } } as never })
}

test.each(['en-12', 'de-1996-1996', 'abc-def-ghi-jkl-mno'])(
  'I5 a profile’s language that is none (%s) keeps nobody from a person',
  async (language) => {
    const desk = await open(asleep())
    await desk.ports.customers.write({ id: 'u-17', language, updatedAt: 1 })

    await desk.turn(['4711'], { thirdTry: true })

    expect(await triggersOf(desk)).toEqual(['assistant-unavailable'])
  },
)

test('I5 the largest profile that may be written keeps nobody from a person', async () => {
  const desk = await open()
  const profile = customerProfileSchema.safeParse({
    verified: long('v', 60, 256),
    attributes: long('a', 62, 1024),
    value: Number.MAX_SAFE_INTEGER,
  })
  expect(profile.success).toBe(true)
  await desk.ports.customers.write({ ...profile.data, id: 'u-17', updatedAt: 1 })

  await desk.turn([humanPlease])

  expect(await triggersOf(desk)).toHaveLength(1)
})

test.each([
  ['a value beyond counting', { value: 1e300 }],
  ['a value next to nothing', { value: 1e-200 }],
  ['a language that no calendar speaks', { language: 'en-12' }],
  ['80 long attributes', { attributes: long('a', 80, 1024) }],
  ['80 long identities', { verified: long('v', 80, 250) }],
])('a profile with %s is refused when it is written', (_, profile) => {
  expect(customerProfileSchema.safeParse(profile).success).toBe(false)
})
