import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import type { BedrockAgentClient } from '@aws-sdk/client-bedrock-agent'
import type { Context, SQSEvent } from 'aws-lambda'
import { afterEach, expect, test } from 'vitest'
import { openSyncKnowledge } from '#functions/operator/open-sync-knowledge.ts'
import { bedrockAgentClient } from '#shared/knowledge/bedrock-ingestion.ts'
import { systemPorts } from '#shared/lambda/system-ports.ts'
import type { LogEvent } from '#shared/log/log.ts'

interface Answer {
  readonly status?: number
  readonly error?: string
  readonly body?: object
}
const ends: (() => Promise<unknown>)[] = []
afterEach(async () => {
  await Promise.all(ends.splice(0).map((end) => end()))
})

/** Speaks the wire of ingestion jobs to the real client. */
const open = async (answers: { readonly list: Answer; readonly start?: Answer }) => {
  const asked: string[] = []
  const server = createServer(async (incoming, out) => {
    const body = await text(incoming)
    asked.push(`${incoming.method} ${incoming.url} ${body.includes('clientToken') ? 'with a token' : body}`)
    const { status = 200, error, body: answer = {} } = incoming.method === 'PUT' ? (answers.start ?? {}) : answers.list
    out.writeHead(status, { 'content-type': 'application/json', ...(error && { 'x-amzn-errortype': error }) })
    out.end(JSON.stringify(answer))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  ends.push(() => new Promise((resolve) => server.close(resolve).closeAllConnections()))
  const bedrock: BedrockAgentClient = bedrockAgentClient({
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    region: 'us-east-1',
    credentials: { accessKeyId: 'recorded', secretAccessKey: 'recorded' },
    maxAttempts: 1,
  })
  const logged: LogEvent[] = []
  const handler = openSyncKnowledge({
    bedrock,
    knowledgeBaseId: 'KB12345678',
    dataSourceId: 'DS12345678',
    system: systemPorts,
    log: (event) => logged.push(event),
    published: { after: () => undefined },
  })
  const changes = (...sentAt: readonly string[]) =>
    handler(
      {
        Records: sentAt.map((at, index) => ({
          messageId: `m-${index + 1}`,
          attributes: { SentTimestamp: String(Date.parse(at)) },
        })),
      } as unknown as SQSEvent,
      {} as Context,
    )
  return { asked, logged, changes }
}

const listing = (...jobs: readonly object[]): Answer => ({ body: { ingestionJobSummaries: jobs } })
const job = (status: string, startedAt: string, statistics: object = {}) => ({
  knowledgeBaseId: 'KB12345678',
  dataSourceId: 'DS12345678',
  ingestionJobId: 'JOB1234567',
  status,
  startedAt,
  updatedAt: startedAt,
  statistics,
})
const nothingLeft = { batchItemFailures: [] }
const bothLeft = { batchItemFailures: [{ itemIdentifier: 'm-1' }, { itemIdentifier: 'm-2' }] }
const [early, late] = ['2026-11-22T09:00:00.000Z', '2026-11-22T09:05:00.000Z']
const source = '/knowledgebases/KB12345678/datasources/DS12345678/ingestionjobs/'

test('the first change of all begins a job, and comes back until that job has ended', async () => {
  const { asked, changes, logged } = await open({ list: listing(), start: { status: 202, body: { ingestionJob: {} } } })

  expect(await changes(early, late)).toEqual(bothLeft)
  expect(asked).toEqual([
    `POST ${source} {"sortBy":{"attribute":"STARTED_AT","order":"DESCENDING"},"maxResults":1}`,
    `PUT ${source} with a token`,
  ])
  expect(logged).toEqual([{ event: 'knowledge.sync-started', changes: 2 }])
})

test('the newest of the changes decides which job has seen them all', async () => {
  const { asked, changes } = await open({
    list: listing(job('COMPLETE', '2026-11-22T09:01:00Z')),
    start: { status: 202 },
  })

  expect(await changes(early, late)).toEqual(bothLeft)
  expect(asked).toHaveLength(2)
})

test('a job that saw them all and is complete settles them', async () => {
  const done = job('COMPLETE', '2026-11-22T09:06:00Z', {
    numberOfNewDocumentsIndexed: 2,
    numberOfModifiedDocumentsIndexed: 1,
  })
  const { asked, changes, logged } = await open({ list: listing(done) })

  expect(await changes(early, late)).toEqual(nothingLeft)
  expect(asked).toHaveLength(1)
  expect(logged).toEqual([{ event: 'knowledge.synced', jobId: 'JOB1234567', documents: 3 }])
})

test.each(['STARTING', 'IN_PROGRESS', 'STOPPING'])('a job that is %s is waited for', async (status) => {
  const { asked, changes } = await open({ list: listing(job(status, '2026-11-22T09:06:00Z')) })

  expect(await changes(early, late)).toEqual(bothLeft)
  expect(asked).toHaveLength(1)
})

test.each(['FAILED', 'STOPPED'])('a job that is %s is told and begun again', async (status) => {
  const { changes, logged } = await open({
    list: listing(job(status, '2026-11-22T09:06:00Z')),
    start: { status: 202 },
  })

  expect(await changes(early, late)).toEqual(bothLeft)
  expect(logged.map(({ event }) => event)).toEqual(['knowledge.sync-failed', 'knowledge.sync-started'])
})

test('a job that another began in between is no failure', async () => {
  const { changes, logged } = await open({ list: listing(), start: { status: 409, error: 'ConflictException' } })

  expect(await changes(early, late)).toEqual(bothLeft)
  expect(logged).not.toContainEqual(expect.objectContaining({ event: 'request.failed' }))
})

test.each([
  [403, 'AccessDeniedException'],
  [429, 'ThrottlingException'],
  [500, 'InternalServerException'],
  [402, 'ServiceQuotaExceededException'],
])('refused with %i, all of them come back, and the cause is told', async (status, error) => {
  const refused = { status, error, body: { message: 'no' } }
  const { changes, logged } = await open({ list: listing(), start: refused })

  expect(await changes(early, late)).toEqual(bothLeft)
  expect(logged).toEqual([{ event: 'request.failed', operation: 'sync-knowledge', cause: error }])
})
