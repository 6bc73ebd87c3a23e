import middy from '@middy/core'
import type { SQSEvent } from 'aws-lambda'
import * as z from 'zod/mini'
import type { DynamoTable } from '#shared/aws/dynamo-table.ts'
import { readJson } from '#shared/channel/read-json.ts'
import type { BatonConfig } from '#shared/config/config.ts'
import type { DoorPorts } from '#shared/lambda/door.ts'
import { dynamoConversationLog } from '#shared/report/dynamo-conversation-log.ts'
import { dynamoWhatIfJobs } from '#shared/report/what-if/dynamo-what-if-jobs.ts'
import { runWhatIf } from '#shared/report/what-if/run-what-if.ts'
import type { Ears } from '#shared/triggers/ears.ts'

export interface WhatIfDoor extends DoorPorts {
  readonly config: BatonConfig
  readonly table: DynamoTable
  readonly ears: Ears
}

const bodySchema = z.object({ id: z.string() })
/** Left to say that it did not come to an end. */
const sparedMs = 20_000

/** One question a message. Whatever goes wrong is said with the question; only what cannot be said comes again. */
export const openWhatIf = ({ config, table, ears, system, log, published }: WhatIfDoor) => {
  const ports = {
    config,
    ears,
    log,
    clock: system.clock,
    newId: system.newId,
    jobs: dynamoWhatIfJobs(table),
    conversations: dynamoConversationLog(table, system.clock),
  }
  return middy<SQSEvent, void>()
    .use(published)
    .handler(async ({ Records }, context) => {
      const endsAt = system.clock() + context.getRemainingTimeInMillis() - sparedMs
      for (const { body, messageId } of Records) {
        const json = readJson(Buffer.from(body))
        const read = bodySchema.safeParse(json.ok ? json.value : undefined)
        if (read.success) await runWhatIf(ports, read.data.id, endsAt)
        else log({ event: 'record.rejected', queueMessageId: messageId, cause: 'unreadable body' })
      }
    })
}
