import { dynamoTable } from '../../aws/dynamo-table.ts'
import { sqsClient } from '../../aws/sqs-queue.ts'
import type { BatonConfig } from '../../config/config.ts'
import { checkCandidate } from './check-candidate.ts'
import type { WhatIfDesk } from './desk.ts'
import { dynamoWhatIfJobs } from './dynamo-what-if-jobs.ts'
import { sqsWhatIfQueue } from './sqs-what-if-queue.ts'

export interface DeskNames {
  readonly table: string
  readonly queueUrl: string
  /** As deployed: what a candidate does not change. */
  readonly config: BatonConfig
}

/** Imported while a door runs, with all that a configuration is checked by: it lies in a file of its own beside the door's. */
export const openDesk = ({ table, queueUrl, config }: DeskNames): WhatIfDesk => ({
  jobs: dynamoWhatIfJobs(dynamoTable(table)),
  queue: sqsWhatIfQueue(sqsClient(), queueUrl),
  candidateOf: async (patch) => checkCandidate(config, patch),
})
