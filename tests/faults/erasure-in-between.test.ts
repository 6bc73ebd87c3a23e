import { DeleteCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { messageKey } from '#shared/aws/dynamo-keys.ts'
import type { DynamoTable } from '#shared/aws/dynamo-table.ts'
import { dynamoErasure } from '#shared/handoff/dynamo-erasure.ts'
import { type ErasureStore, eraseCustomer } from '#shared/handoff/erase-customer.ts'
import { channelFiles, fetched, png } from '#tests/support/channel-files.ts'
import { tablePorts } from '#tests/support/cloud-ports.ts'
import { type CustomerDesk, humanPlease, openCustomerDesk, threadId } from '#tests/support/customer-desk.ts'
import { ann } from '#tests/support/desk.ts'
import { startDynamo, type TestDynamo } from '#tests/support/dynamo.ts'
import { testDeployed } from '#tests/support/test-config.ts'

let dynamo: TestDynamo
beforeAll(async () => {
  dynamo = await startDynamo()
})
afterAll(() => dynamo.stop())

const open = async (deployed = testDeployed()) => {
  const table = await dynamo.emptyTable()
  const desk = openCustomerDesk(deployed, tablePorts(table))
  return { desk, table, erasure: dynamoErasure(table) }
}

const erase = ({ ports }: CustomerDesk, erasure: ErasureStore) => eraseCustomer({ ...ports, erasure }, 'u-17')

/** Runs once, after the thread was read and before its records are listed. */
const between = (erasure: ErasureStore, act: () => Promise<unknown>): ErasureStore => {
  let acted = false
  return {
    ...erasure,
    eraseThread: async (...thread) => {
      if (!acted) await act()
      acted = true
      return erasure.eraseThread(...thread)
    },
  }
}

/** What an erasure does before its function ends in the middle of it. */
const halfErased = (erasure: ErasureStore, desk: CustomerDesk, table: DynamoTable): ErasureStore => ({
  ...erasure,
  eraseThread: async ({ threadId: id }) => {
    for (const message of await desk.ports.threads.readMessages(id))
      await table.client.send(
        new DeleteCommand({ TableName: table.name, Key: { ...messageKey(id, message.at, message.id) } }),
      )
    throw new Error('the function ended')
  },
})

test('I8 who asks for a person while they are erased leaves nothing in the line that nobody could claim', async () => {
  const { desk, erasure } = await open()
  await desk.turn(['How do I return a lamp?'])
  const [first] = await erasure.threadsOf('u-17')
  expect(first).toBe(threadId)

  await erase(
    desk,
    between(erasure, () => desk.turn([humanPlease])),
  )

  expect(await desk.ports.line.head('care', desk.ports.clock)).toEqual({ expired: [], running: [] })
  expect(await desk.claim(ann)).toBeUndefined()
})

test('I8 nor where they stand in the line by a head start', async () => {
  const { desk, erasure } = await open(testDeployed({ headStart: [{ when: {}, minutes: 30 }] }))
  await desk.turn([humanPlease])

  await erase(desk, erasure)

  expect(await desk.ports.line.head('care', desk.ports.clock)).toEqual({ expired: [], running: [] })
})

test('I8 nor in the hands of an agent, whose capacity it would use up', async () => {
  const { desk, erasure } = await open()
  await desk.turn(['How do I return a lamp?'])

  await erase(
    desk,
    between(erasure, async () => {
      await desk.turn([humanPlease])
      await desk.claimed()
    }),
  )

  expect(await desk.ports.agents.readState('ann')).toMatchObject({ open: [] })
  desk.ports.clock.advance(3_600_000)
  expect(await desk.claim(ann)).toBeUndefined()
})

test('I7 after an erasure that ended in the middle, what the customer writes next can be claimed and read', async () => {
  const { desk, table, erasure } = await open()
  await desk.turn(['How do I return a lamp?'])
  await expect(erase(desk, halfErased(erasure, desk, table))).rejects.toThrow()

  await desk.turn([humanPlease])

  const { transcript } = await desk.claimed()
  expect(transcript.map(({ text }) => text)).toContain(humanPlease)
})

const withPhoto = (desk: CustomerDesk, text: string) => {
  const arrived = desk.arrives(text)
  return { ...arrived, message: { ...arrived.message, attachments: [{ id: 'photo' }] } }
}
const openWithFiles = async () => {
  const files = channelFiles({ photo: () => fetched(png()) })
  const table = await dynamo.emptyTable()
  const desk = openCustomerDesk(undefined, tablePorts(table), files.ports)
  return { desk, files: files.files, erasure: dynamoErasure(table), attachments: files.ports.store }
}

test('whoever is erased leaves no file, and nobody else loses one', async () => {
  const { desk, files, erasure, attachments } = await openWithFiles()
  await attachments.put(`${'b'.repeat(24)}/other`, png(), 'image/png')
  await desk.turn([withPhoto(desk, 'How do I return this lamp?')])
  expect(files.size).toBe(2)

  await eraseCustomer({ ...desk.ports, erasure, attachments }, 'u-17')

  expect([...files.keys()]).toEqual([`${'b'.repeat(24)}/other`])
})

test('a picture that comes while its thread is erased goes with it', async () => {
  const { desk, files, erasure, attachments } = await openWithFiles()
  await desk.turn(['How do I return a lamp?'])
  const meanwhile = between(erasure, () => desk.turn([withPhoto(desk, 'This one')]))

  await eraseCustomer({ ...desk.ports, erasure: meanwhile, attachments }, 'u-17')

  expect(await desk.ports.threads.readMessages(threadId)).toEqual([])
  expect(files.size).toBe(0)
})

test('an erasure that cannot reach the store keeps the records that lead to the files, and is done when it is repeated', async () => {
  const { desk, files, erasure, attachments } = await openWithFiles()
  await desk.turn([withPhoto(desk, 'How do I return this lamp?')])
  const unreachable = { erase: () => Promise.reject(new Error('no')) }

  await expect(eraseCustomer({ ...desk.ports, erasure, attachments: unreachable }, 'u-17')).rejects.toThrow('no')
  expect(await erasure.threadsOf('u-17')).toEqual([threadId])
  await eraseCustomer({ ...desk.ports, erasure, attachments }, 'u-17')

  expect(files.size).toBe(0)
})
