import { randomUUID } from 'node:crypto'
import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dynamoErasureLedger } from '#shared/handoff/dynamo-erasure-ledger.ts'
import { lookAgainMs, settledMs } from '#shared/handoff/erasure.ts'
import { conversationIdOf } from '#shared/thread/thread-state.ts'
import { threadOf } from '#tests/support/inbound.ts'
import { type Journey, startJourney } from '#tests/support/journey.ts'
import { tableOf } from '#tests/support/time-travel.ts'

let journey: Journey

beforeAll(async () => {
  journey = await startJourney()
})
afterAll(() => journey?.cloud.close())

/** A customer whose word is in their id, their name and their texts, and in what an agent says to them and of them. */
const isServed = async (word: string): Promise<string> => {
  const thread = `${word}-${randomUUID()}`
  const profile = { name: `Ms ${word}`, verified: { email: `${word}@example.com` } }
  await journey.agent('admin', 'PUT', `/customers/customer-${thread}`, profile)
  await journey.asks(thread, 'How do I return a lamp?')
  await journey.asks(thread, `I want to talk to a human about ${word}`)
  const { handoff } = (await journey.claims('care-1', 'care')).body as unknown as {
    readonly handoff: { readonly id: string }
  }
  const path = `/handoffs/${handoff.id}`
  await journey.agent('care-1', 'POST', `${path}/messages`, { text: `Dear ${word}` })
  await journey.agent('care-1', 'POST', `${path}/notes`, { text: `${word} is friendly` })
  return thread
}

/** Whatever the API tells of anybody. */
const everythingToldOf = async (threads: readonly string[]): Promise<string> => {
  const conversations = threads.map((thread) => `/conversations/${conversationIdOf(threadOf(thread), 1)}`)
  const paths = ['/handoffs', '/teams', '/teams/care/line', '/reports/weekly', ...conversations]
  const told = await Promise.all([
    ...paths.map((path) => journey.agent('supervisor', 'GET', path)),
    journey.agent('supervisor', 'GET', '/handoffs', undefined, { accept: 'text/csv' }),
    ...['/agents/me', '/agents/me/handoffs'].map((path) => journey.agent('care-1', 'GET', path)),
  ])
  return told.map(({ text }) => text).join('\n')
}

const everythingKept = async (): Promise<string> => {
  const { client, name } = tableOf(journey.cloud)
  return JSON.stringify((await client.send(new ScanCommand({ TableName: name }))).Items)
}

/** As if it had been asked for longer ago than any run lasts. */
const longAgo = async (): Promise<void> => {
  const ledger = dynamoErasureLedger(tableOf(journey.cloud))
  for (const owed of await ledger.due(Date.now() + lookAgainMs))
    await ledger.keep({ ...owed, at: owed.at - settledMs, due: Date.now() - 1 }, owed)
}

test('given two customers whom an agent serves, when one is erased, then the API and the table tell nothing of them any more', async () => {
  const [erased, other] = [await isServed('marabou'), await isServed('pelican')]
  const before = await everythingToldOf([erased, other])

  const { status, body } = await journey.agent('admin', 'DELETE', `/customers/customer-${erased}`)
  const after = await everythingToldOf([erased, other])
  await longAgo()
  await journey.sweeps()
  const receipt = await journey.agent('admin', 'GET', `/erasures/${body.id}`)
  const [told, kept] = [await everythingToldOf([erased, other]), await everythingKept()]

  expect(before).toContain('marabou')
  expect([status, body.erased]).toMatchObject([200, { messages: 6, handoffs: 1 }])
  expect(receipt.body).toMatchObject({ id: body.id, looks: 2, verifiedAt: expect.any(String) })
  for (const text of [after, told, kept, receipt.text, journey.lines.join('\n')]) expect(text).not.toContain('marabou')
  for (const text of [after, told, kept]) expect(text).toContain('pelican')
  expect(journey.lines.length).toBeGreaterThan(10)
}, 120_000)

test('whoever may not erase is refused, and nothing is gone', async () => {
  const thread = await isServed('heron')

  const refused = await journey.agent('care-1', 'DELETE', `/customers/customer-${thread}`)

  expect(refused.status).toBe(403)
  expect(await everythingToldOf([thread])).toContain('heron')
})
