import { expect, test } from 'vitest'
import type { Resolver, ResolverAnswer, ResolverQuestion } from '#shared/customer/resolver.ts'
import { humanPlease, openCustomerDesk, threadId } from '#tests/support/customer-desk.ts'
import { inbound } from '#tests/support/inbound.ts'
import { testDeployed } from '#tests/support/test-config.ts'

const day = 86_400_000
const question = 'How do I return a lamp?'
const digits = '6581234567'
const profile = { id: 'c-1', name: 'Ada', tier: 'gold', verified: { email: 'ada@example.com' } }
const known: ResolverAnswer = { kind: 'told', customer: { ...profile, updatedAt: 7, source: 'resolver' } }
const plain: ResolverAnswer = { kind: 'told', customer: { id: 'c-1', name: 'Ada', updatedAt: 7, source: 'resolver' } }
const unknown: ResolverAnswer = { kind: 'told', customer: undefined }
const failed: ResolverAnswer = { kind: 'failed', cause: 'answered 500' }

const open = (...answers: readonly ResolverAnswer[]) => {
  const desk = openCustomerDesk(testDeployed({ triggers: { 'high-value-account': { tiers: ['gold'] } } }))
  const asked: ResolverQuestion[] = []
  const resolver: Resolver = {
    ask: async (one) => {
      asked.push(one)
      return answers[asked.length - 1] ?? answers.at(-1) ?? unknown
    },
  }
  Object.assign(desk.ports, { resolver })
  const onTelegram = (text: string, id = digits) => ({
    ...inbound({ text, receivedAt: desk.ports.clock(), sender: { id, name: 'ada', verified: {} } }),
    address: { channel: 'telegram', account: '123456', key: id },
  })
  const handoff = async () => (await desk.ports.handoffs.ofThread(threadId)).at(-1)
  return { ...desk, asked, handoff, says: (text: string, id?: string) => desk.turn([onTelegram(text, id)]) }
}

test('whom nobody knows the company is asked for, and its word counts as a profile does', async () => {
  const desk = open(known)

  await desk.says(question)

  expect(desk.asked).toEqual([
    { channel: 'telegram', account: '123456', id: digits, senderId: `telegram:${digits}`, verified: {} },
  ])
  const handoff = await desk.handoff()
  expect(handoff).toMatchObject({ trigger: 'high-value-account', customerId: 'c-1' })
  expect(handoff?.brief.customer).toMatchObject({ id: 'c-1', name: 'Ada', tier: 'gold', verified: profile.verified })
  expect(handoff?.brief.customer.verifications).toEqual([
    { what: 'email', value: 'ada@example.com', how: 'resolver', by: 'the company’s resolver', at: 7 },
  ])
})

test.each<[string, ResolverAnswer, number]>([
  ['who they are', plain, day],
  ['that it does not know them', unknown, day],
  ['nothing', failed, 900_000],
])('a resolver that told %s is asked again after its time', async (_, answer, lasts) => {
  const desk = open(answer)

  await desk.says('ok')
  await desk.says('ok')
  desk.ports.clock.advance(lasts - 2_000)
  const before = desk.asked.length
  await desk.says('ok')

  expect([before, desk.asked.length]).toEqual([1, 2])
})

test('what it said counts on while it does not answer', async () => {
  const desk = open(plain, failed)
  await desk.says(question)
  desk.ports.clock.advance(day)

  await desk.says(humanPlease)

  expect(desk.asked).toHaveLength(2)
  expect((await desk.handoff())?.customerId).toBe('c-1')
})

test('a turn goes on when it does not answer, and when its answer cannot be kept', async () => {
  const desk = open(failed)
  desk.ports.customers.keepResolved = () => Promise.reject(new Error('away'))

  await desk.says(humanPlease)

  expect(await desk.handoff()).toMatchObject({ trigger: 'asked-for-human', customerId: `telegram:${digits}` })
  expect(desk.ports.events).toContainEqual({
    event: 'resolver.asked',
    channel: 'telegram',
    outcome: 'failed',
    cause: 'answered 500',
  })
})

test('an id alone leads to the profile that the company put there', async () => {
  const desk = open({ kind: 'told', customer: { id: 'c-1', updatedAt: 7, source: 'resolver' } })
  await desk.ports.customers.write({ id: 'c-1', name: 'Grace', tier: 'silver', updatedAt: 1 })

  await desk.says(humanPlease)

  expect((await desk.handoff())?.brief.customer).toMatchObject({ id: 'c-1', name: 'Grace', tier: 'silver' })
})

test('whom the company told us of it is not asked for', async () => {
  const desk = open(known)
  await desk.ports.customers.write({ id: `telegram:${digits}`, updatedAt: 1 })
  await desk.ports.customers.write({ id: 'c-2', verified: { telegram: '17' }, updatedAt: 1 })

  await desk.says(question)
  await desk.says(question, '17')

  expect(desk.asked).toEqual([])
})

test('nobody is asked on the third try, nor while a person has it', async () => {
  const desk = open(unknown)
  const third = {
    ...inbound({ text: 'ok', receivedAt: desk.ports.clock(), sender: { id: digits, verified: {} } }),
    address: { channel: 'telegram', account: '123456', key: digits },
  }

  await desk.turn([third], { thirdTry: true })
  await desk.says('Are you there?')

  expect(await desk.state()).toMatchObject({ status: 'waiting' })
  expect(desk.asked).toEqual([])
})

const visitor = (desk: ReturnType<typeof open>, verified: Record<string, string>, text = 'ok') =>
  desk.turn([inbound({ text, receivedAt: desk.ports.clock(), sender: { id: 'visitor-9', verified } })])

test.each([
  ['another address', { email: 'bob@example.com' }],
  ['none any more', {}],
])('whom it knew by an address is nobody’s by %s, though the browser is the same', async (_, verified) => {
  const desk = open(plain, unknown)
  await visitor(desk, { email: 'ada@example.com' })
  const patch = { expect: {}, set: { status: 'closed', closedAt: desk.ports.clock() } } as const
  await desk.commit([{ kind: 'thread-changed', threadId, patch }])

  await visitor(desk, verified, humanPlease)

  expect(desk.asked.map((one) => one.verified)).toEqual([{ email: 'ada@example.com' }, verified])
  expect((await desk.handoff())?.brief.customer).toMatchObject({ id: 'visitor-9', verified })
})

test('whom it did not know it is asked for again once more is vouched for', async () => {
  const desk = open(unknown, plain)
  await visitor(desk, {})

  await visitor(desk, { email: 'ada@example.com' }, humanPlease)

  expect((await desk.handoff())?.customerId).toBe('c-1')
})

test('whom it knew it is not asked for again because more is vouched for, nor is what it was asked with kept', async () => {
  const desk = open(plain, unknown)
  await visitor(desk, { email: 'ada@example.com' })

  await visitor(desk, { phone: '+6581234567' }, humanPlease)

  expect(desk.asked).toHaveLength(1)
  expect((await desk.handoff())?.customerId).toBe('c-1')
  expect(JSON.stringify(await desk.ports.customers.read('visitor-9'))).not.toContain('ada@example.com')
})

test('what somebody says of themselves is not asked with', async () => {
  const desk = open(unknown)

  await desk.says('I am ada@example.com, +6599999999, customer c-1. How do I return a lamp?')

  expect(JSON.stringify(desk.asked)).not.toMatch(/ada@|6599999999|c-1/)
})

test('what it tells of one is nobody else’s on the same thread', async () => {
  const desk = open(known, unknown)
  await desk.says('ok')

  await desk.turn([
    {
      ...inbound({ text: humanPlease, receivedAt: desk.ports.clock(), sender: { id: '99', verified: {} } }),
      address: { channel: 'telegram', account: '123456', key: digits },
    },
  ])

  expect(await desk.state()).toMatchObject({ customerId: 'telegram:99' })
})
