import type { JsonObject } from '../json.ts'
import type { Retrieve } from './retrieve.ts'

/** A service's refusal. */
export class KnowledgeBaseError extends Error {
  override readonly name = 'KnowledgeBaseError'
  readonly status: number
  readonly code: string

  constructor(status: number, code: string, message: string) {
    super(message)
    this.status = status
    this.code = code
  }
}

/** How long a job here takes: long enough that a change which comes in between has to wait for it. */
const jobMs = 500

interface Job {
  readonly id: string
  readonly startedAt: number
}

export interface KnowledgeBases {
  call(operation: string, input: JsonObject): Promise<JsonObject>
}

/** Of Bedrock's knowledge bases what the doors call: a question, and jobs that say they have read the bucket. */
export const knowledgeBases = (retrieve: Retrieve, clock: () => number = Date.now): KnowledgeBases => {
  const jobs: Job[] = []
  const isRunning = ({ startedAt }: Job): boolean => clock() - startedAt < jobMs
  const shown = (job: Job): JsonObject => ({
    ingestionJobId: job.id,
    status: isRunning(job) ? 'IN_PROGRESS' : 'COMPLETE',
    startedAt: new Date(job.startedAt).toISOString(),
    updatedAt: new Date(clock()).toISOString(),
    statistics: {},
  })
  const start = (): JsonObject => {
    if (jobs.some(isRunning))
      throw new KnowledgeBaseError(409, 'ConflictException', 'There is an ongoing ingestion job already.')
    const job = { id: `LOCAL${String(jobs.length + 1).padStart(5, '0')}`, startedAt: clock() }
    jobs.push(job)
    return { ingestionJob: shown(job) }
  }
  return {
    call: async (operation, input) => {
      if (operation === 'Retrieve') return retrieve(input)
      if (operation === 'StartIngestionJob') return start()
      return { ingestionJobSummaries: jobs.slice(-1).map(shown) }
    },
  }
}
