import { expect, test } from 'vitest'
import { type IngestionJob, syncKnowledge } from '#shared/knowledge/sync.ts'
import type { LogEvent } from '#shared/log/log.ts'

const changedAt = 1_000
const job = (fields: Partial<IngestionJob>): IngestionJob => ({
  id: 'J1',
  status: 'complete',
  startedAt: changedAt + 1,
  documents: 3,
  failedDocuments: 0,
  ...fields,
})

const sync = async (newest: IngestionJob | undefined) => {
  const logged: LogEvent[] = []
  let started = 0
  const ingestion = {
    newest: async () => newest,
    start: async () => {
      started += 1
    },
  }
  const isSynced = await syncKnowledge({ ingestion, log: (event) => logged.push(event) }, { changedAt, changes: 2 })
  return { isSynced, started, logged: logged.map(({ event }) => event) }
}

test('a change that no job has seen begins one, and is not settled by that', async () => {
  expect(await sync(undefined)).toEqual({ isSynced: false, started: 1, logged: ['knowledge.sync-started'] })
})

test('a job that began before the change, or in the same moment, may have missed it', async () => {
  for (const startedAt of [changedAt - 1, changedAt])
    expect(await sync(job({ startedAt }))).toEqual({
      isSynced: false,
      started: 1,
      logged: ['knowledge.sync-started'],
    })
})

test('a running job is waited for, whenever it began: there is never a second', async () => {
  for (const startedAt of [changedAt - 1, changedAt + 1])
    expect(await sync(job({ status: 'running', startedAt }))).toEqual({ isSynced: false, started: 0, logged: [] })
})

test('a job that began after the change and came to its end settles it', async () => {
  expect(await sync(job({}))).toEqual({ isSynced: true, started: 0, logged: ['knowledge.synced'] })
})

test('a job that failed is told and begun again', async () => {
  expect(await sync(job({ status: 'failed' }))).toEqual({
    isSynced: false,
    started: 1,
    logged: ['knowledge.sync-failed', 'knowledge.sync-started'],
  })
})

test('an old failure is nothing new', async () => {
  expect((await sync(job({ status: 'failed', startedAt: changedAt - 1 }))).logged).toEqual(['knowledge.sync-started'])
})

test('sections that the store refused are told, and not tried again by themselves', async () => {
  expect(await sync(job({ failedDocuments: 1 }))).toEqual({
    isSynced: true,
    started: 0,
    logged: ['knowledge.sync-failed'],
  })
})
