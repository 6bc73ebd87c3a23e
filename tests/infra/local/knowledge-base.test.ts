import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { projectFolder } from '#infra/bundle/door-entries.ts'
import type { LocalCloud } from '#infra/local/desk/cloud.ts'
import { startLocalCloud } from '#infra/local/desk/local-cloud.ts'

let cloud: LocalCloud
beforeAll(async () => {
  cloud = await startLocalCloud({ configPath: join(projectFolder, 'tests/proof/bedrock-knowledge.config.ts') })
})
afterAll(() => cloud.close())

const callsOf = (caller: string) =>
  cloud.calls().flatMap((call) => (call.caller === caller && call.service === 'bedrock' ? [call.operation] : []))

test('articles in Bedrock are played: a question is asked of the knowledge base, and answered from what it finds', async () => {
  const words = [
    '--port',
    new URL(cloud.url).port,
    '--conversation',
    'one',
    'How many days do I have to return a lamp?',
  ]
  const said = await text(spawn(process.execPath, ['infra/local/say.ts', ...words], { cwd: projectFolder }).stdout)

  expect(said).toMatch(/^assistant: .*(60|30)/)
  expect(callsOf('TakeTurn')).toContain('Retrieve')
  expect(cloud.calls().filter(({ denied }) => denied > 0)).toEqual([])
})

test('a change of the articles has a job begun, and is settled when that has ended', async () => {
  const sync = cloud.running.functionNamed('SyncKnowledge')
  const attributes = { SentTimestamp: String(Date.now() - 1_000), ApproximateReceiveCount: '1' }
  const change = { Records: [{ messageId: 'm-1', receiptHandle: 'r', body: '{}', attributes }] }

  const first = await sync.invoke(change)
  const meanwhile = await sync.invoke(change)
  await setTimeout(600)
  const then = await sync.invoke(change)

  const comesBack = { batchItemFailures: [{ itemIdentifier: 'm-1' }] }
  expect([first, meanwhile, then]).toEqual([comesBack, comesBack, { batchItemFailures: [] }])
  expect(callsOf('SyncKnowledge').sort()).toEqual(['ListIngestionJobs', 'StartIngestionJob'])
})
