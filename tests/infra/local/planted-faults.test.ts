import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb'
import { describe, expect, it } from 'vitest'
import { asList, asObject, type Json } from '#infra/local/json.ts'
import type { Assembly } from '#infra/local/stack/assembly.ts'
import { startTinyCloud } from '#tests/support/local-tiny-cloud.ts'

/** Takes an action out of every policy attached to a function's role, as a forgotten grant would. */
const forget = (functionPrefix: string, action: string) => (assembly: Assembly) => {
  for (const [id, resource] of Object.entries(asObject(assembly.template.Resources))) {
    const { Type, Properties } = asObject(resource)
    if (Type !== 'AWS::IAM::Policy' || !id.startsWith(functionPrefix)) continue
    for (const statement of asList(asObject(asObject(Properties).PolicyDocument).Statement)) {
      const granted = asObject(statement)
      granted.Action = asList(granted.Action).filter((one: Json) => one !== action)
    }
  }
}

describe('a grant that the stack forgot', () => {
  it('fails the call that needs it', async () => {
    const cloud = await startTinyCloud({ change: forget('Http', 'dynamodb:PutItem') })

    const response = await fetch(`${cloud.url}/open/transact/x`)

    expect(await response.json()).toEqual({ put: 'AccessDeniedException', delete: 'AccessDeniedException' })
    await cloud.close()
  })

  it('fails the start where an event source needs it, as deploying it would', async () => {
    const started = startTinyCloud({ change: forget('Consumer', 'sqs:DeleteMessage') })

    await expect(started).rejects.toThrow(/does not allow sqs:DeleteMessage on Inbox/)
  })

  it('fails the start where a schedule needs it', async () => {
    const started = startTinyCloud({ change: forget('SchedulerRole', 'lambda:InvokeFunction') })

    await expect(started).rejects.toThrow(/schedule .* does not allow lambda:InvokeFunction/)
  })
})

describe('a cloud with a data folder', () => {
  it('has its table, its messages, its secrets and its key again after a restart', async () => {
    const dataFolder = mkdtempSync(join(tmpdir(), 'tiny-data-'))
    const first = await startTinyCloud({ dataFolder })
    const name = String(first.running.stack.ofType('AWS::DynamoDB::GlobalTable')[0]?.id)
    await fetch(`${first.url}/open/transact/kept`)
    const queue = first.running.queues.byName(Object.keys(first.running.queues.depths())[0] ?? '')
    queue?.send({ body: 'kept', groupId: 'g', deduplicationId: 'd' })
    const key = first.issuer.keys
    await first.close()

    const second = await startTinyCloud({ dataFolder })

    const { Items } = await new DynamoDBClient(second.operator).send(new ScanCommand({ TableName: name }))
    expect(Items).toMatchObject([{ pk: { S: 'kept' } }])
    expect(second.running.queues.byName(queue?.settings.name ?? '')?.depth().visible).toBe(1)
    expect(second.issuer.keys).toEqual(key)
    await second.close()
    rmSync(dataFolder, { recursive: true })
  })

  it('refuses to start on a table that an earlier version has made', async () => {
    const dataFolder = mkdtempSync(join(tmpdir(), 'tiny-data-'))
    await (await startTinyCloud({ dataFolder })).close()
    const otherIndex = ({ template }: Assembly) => {
      const tables = Object.values(asObject(template.Resources)).map(asObject)
      const table = asObject(tables.find(({ Type }) => Type === 'AWS::DynamoDB::GlobalTable')?.Properties)
      for (const index of asList(table.GlobalSecondaryIndexes)) asObject(index).IndexName = 'renamed'
    }

    const started = startTinyCloud({ dataFolder, change: otherIndex })

    await expect(started).rejects.toThrow(/has other keys or indexes than the stack: use a new --data folder/)
    rmSync(dataFolder, { recursive: true })
  })
})
