import type { BedrockAgentClient } from '@aws-sdk/client-bedrock-agent'
import middy from '@middy/core'
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda'
import { bedrockIngestion } from '#shared/knowledge/bedrock-ingestion.ts'
import { syncKnowledge } from '#shared/knowledge/sync.ts'
import type { DoorPorts } from '#shared/lambda/door.ts'
import { errorName } from '#shared/log/error-name.ts'

export interface SyncKnowledgeDoor extends DoorPorts {
  readonly bedrock: BedrockAgentClient
  readonly knowledgeBaseId: string
  readonly dataSourceId: string
}

/** Changes of the articles' bucket. Each comes back from the queue until a job that began after it has ended. */
export const openSyncKnowledge = ({ bedrock, knowledgeBaseId, dataSourceId, log, published }: SyncKnowledgeDoor) => {
  const ingestion = bedrockIngestion({ client: bedrock, knowledgeBaseId, dataSourceId })

  return middy<SQSEvent, SQSBatchResponse>()
    .use(published)
    .handler(async ({ Records }) => {
      const changedAt = Math.max(...Records.map(({ attributes }) => Number(attributes.SentTimestamp)))
      const isSynced = await syncKnowledge({ ingestion, log }, { changedAt, changes: Records.length }).catch(
        (error: unknown) => {
          log({ event: 'request.failed', operation: 'sync-knowledge', cause: errorName(error) })
          return false
        },
      )
      return { batchItemFailures: isSynced ? [] : Records.map(({ messageId }) => ({ itemIdentifier: messageId })) }
    })
}
