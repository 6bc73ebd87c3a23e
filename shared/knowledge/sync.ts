import type { Log } from '../log/log.ts'

/** One run of the store over everything in the bucket. */
export interface IngestionJob {
  readonly id: string
  readonly status: 'running' | 'complete' | 'failed'
  readonly startedAt: number
  /** Sections that are in the store since, new or changed. */
  readonly documents: number
  /** Sections that it could not take. */
  readonly failedDocuments: number
}

export interface Ingestion {
  newest(): Promise<IngestionJob | undefined>
  /** Does nothing where one is running. */
  start(): Promise<void>
}

export interface SyncPorts {
  readonly ingestion: Ingestion
  readonly log: Log
}

/**
 * Whether the store holds what the bucket held at a time; what is missing for it is begun. One job runs at a time and
 * may have read the bucket before a change, so only one that began after it counts.
 */
export const syncKnowledge = async (
  { ingestion, log }: SyncPorts,
  { changedAt, changes }: { readonly changedAt: number; readonly changes: number },
): Promise<boolean> => {
  const job = await ingestion.newest()
  if (job?.status === 'running') return false
  if (job && job.startedAt > changedAt) {
    const { id: jobId, documents, failedDocuments } = job
    if (job.status === 'failed' || failedDocuments > 0)
      log({ event: 'knowledge.sync-failed', jobId, documents: failedDocuments })
    else log({ event: 'knowledge.synced', jobId, documents })
    // A section that the store cannot take would be refused again; a job that failed as a whole may come through.
    if (job.status === 'complete') return true
  }
  await ingestion.start()
  log({ event: 'knowledge.sync-started', changes })
  return false
}
