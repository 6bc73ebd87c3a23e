import { afterAll, beforeAll, expect, test } from 'vitest'
import { dynamoErasure } from '#shared/handoff/dynamo-erasure.ts'
import { dynamoErasureLedger } from '#shared/handoff/dynamo-erasure-ledger.ts'
import { type EraseCustomerPorts, eraseCustomer } from '#shared/handoff/erase-customer.ts'
import { ItemsFailedError } from '#shared/handoff/errors.ts'
import { lookAtOwed } from '#shared/handoff/look-at-owed.ts'
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

const minuteMs = 60_000

const open = async (quoting: readonly ((ids: readonly string[]) => Promise<number>)[] = []) => {
  const table = await dynamo.emptyTable()
  const desk = openCustomerDesk(testDeployed(), tablePorts(table))
  const erasures = dynamoErasureLedger(table)
  const ports: EraseCustomerPorts = { ...desk.ports, erasure: dynamoErasure(table), erasures, quoting }
  const says = (id: string, text: string) =>
    desk.turn([inbound({ receivedAt: desk.ports.clock(), text, sender: { id, verified: {} } })])
  const pass = async (minutes: number, looking = ports) => {
    for (let minute = 0; minute < minutes; minute += 1) {
      desk.ports.clock.advance(minuteMs)
      await lookAtOwed(looking).catch((error) => expect(error).toBeInstanceOf(ItemsFailedError))
    }
  }
  return { ...desk, erasures, erasing: ports, erase: (id: string) => eraseCustomer(ports, id), says, pass }
}

const question = 'How do I return a lamp?'

test('an answer that cannot be sent for a while is empty before the erasure counts as verified, and never arrives', async () => {
  const { says, ports, erase, erasures, pass } = await open()
  await says('u-1', question)
  await says('u-2', question)

  const { id } = await erase('u-1')
  const first = await ports.threads.readMessages(threadId)
  await pass(20)
  const last = await ports.threads.readMessages(threadId)

  const answers = (messages: typeof last) => messages.filter(({ author }) => author.kind === 'assistant')
  expect(answers(first).map(({ delivery, erased }) => [delivery, erased])).toContainEqual(['pending', undefined])
  expect(await erasures.read(id)).toMatchObject({ verifiedAt: expect.any(Number) })
  expect(answers(last).map(({ delivery, erased, text }) => [delivery, erased, text])).toEqual(
    answers(last).map(() => ['failed', true, '']),
  )
  expect(last.filter(({ text }) => text === question)).toHaveLength(1)
})

test('erasures that cannot be looked at again keep none of the others from it, however many they are', async () => {
  const { says, erase, erasures, pass, erasing, ports } = await open()
  const stuck = ['s-1', 's-2', 's-3', 's-4', 's-5', 's-6']
  for (const id of stuck) await erase(id)
  ports.clock.advance(1_000)
  const { id } = await erase('u-1')
  await says('u-2', question)
  const peopleOf: EraseCustomerPorts['erasure']['peopleOf'] = (whom) =>
    stuck.includes(whom) ? Promise.reject(new Error('no')) : erasing.erasure.peopleOf(whom)

  await pass(25, { ...erasing, erasure: { ...erasing.erasure, peopleOf } })

  expect(await erasures.read(id)).toMatchObject({ verifiedAt: expect.any(Number) })
})

test('one of which a run dies has gone behind the others by then', async () => {
  const { erase, erasures, pass, erasing, ports } = await open()
  await erase('s-1')
  ports.clock.advance(5 * 60_000)
  const dueBefore = await erasures.due(ports.clock())

  void lookAtOwed({ ...erasing, erasure: { ...erasing.erasure, peopleOf: () => new Promise(() => undefined) } })
  await expect.poll(() => erasures.due(ports.clock())).toEqual([])
  await pass(20)

  expect(dueBefore).toHaveLength(1)
  expect(await erasures.read(dueBefore[0]?.id ?? '')).toMatchObject({ verifiedAt: expect.any(Number) })
})

test('what a door had read before, and writes a quarter of an hour later, goes before the erasure counts as verified', async () => {
  const quoted = new Set<string>()
  const forget = async (ids: readonly string[]) => ids.filter((id) => quoted.delete(id)).length
  const { says, erase, erasures, pass } = await open([forget])
  await says('u-1', question)

  const { id } = await erase('u-1')
  await pass(14)
  quoted.add(threadId)
  await pass(12)

  expect([...quoted]).toEqual([])
  expect(await erasures.read(id)).toMatchObject({ erased: { reports: 1 }, verifiedAt: expect.any(Number) })
})
