import {
  BedrockAgentClient,
  type BedrockAgentClientConfig,
  ConflictException,
  type IngestionJobSummary,
  ListIngestionJobsCommand,
  StartIngestionJobCommand,
} from '@aws-sdk/client-bedrock-agent'
import { NodeHttpHandler } from '@smithy/node-http-handler'
import type { Ingestion, IngestionJob } from './sync.ts'

export const bedrockAgentClient = (settings: BedrockAgentClientConfig = {}): BedrockAgentClient =>
  new BedrockAgentClient({
    requestHandler: new NodeHttpHandler({
      connectionTimeout: 2_000,
      requestTimeout: 4_000,
      throwOnRequestTimeout: true,
    }),
    ...settings,
  })

const states: Readonly<Record<string, IngestionJob['status']>> = {
  COMPLETE: 'complete',
  FAILED: 'failed',
  STOPPED: 'failed',
}

const jobOf = ({ ingestionJobId, status, startedAt, statistics }: IngestionJobSummary): IngestionJob => ({
  id: ingestionJobId ?? '',
  status: states[status ?? ''] ?? 'running',
  startedAt: startedAt?.getTime() ?? 0,
  documents: (statistics?.numberOfNewDocumentsIndexed ?? 0) + (statistics?.numberOfModifiedDocumentsIndexed ?? 0),
  failedDocuments: statistics?.numberOfDocumentsFailed ?? 0,
})

export interface BedrockIngestionOptions {
  readonly client: BedrockAgentClient
  readonly knowledgeBaseId: string
  readonly dataSourceId: string
}

export const bedrockIngestion = ({ client, ...store }: BedrockIngestionOptions): Ingestion => ({
  newest: async () => {
    const newestFirst = { attribute: 'STARTED_AT', order: 'DESCENDING' } as const
    const { ingestionJobSummaries = [] } = await client.send(
      new ListIngestionJobsCommand({ ...store, sortBy: newestFirst, maxResults: 1 }),
    )
    const [newest] = ingestionJobSummaries
    return newest && jobOf(newest)
  },
  start: async () => {
    try {
      await client.send(new StartIngestionJobCommand(store))
    } catch (error) {
      // Somebody began one in between, this account's or this data source's: it is waited for like any other.
      if (!(error instanceof ConflictException)) throw error
    }
  },
})
