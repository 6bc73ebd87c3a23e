import { dynamoTable } from '#shared/aws/dynamo-table.ts'
import { linesOfConversations } from '#shared/report/conversation-lines.ts'
import { dynamoConversationLog } from '#shared/report/dynamo-conversation-log.ts'
import type { LogLine } from '#shared/report/log-lines.ts'
import { watchedPeriod } from '#shared/report/what-if/period.ts'
import type { WhatIfPeriod } from '#shared/report/what-if/replay-log.ts'
import type { Destination } from '../deploy/command/destination.ts'
import { CommandError } from '../deploy/command/errors.ts'
import { reachCloud } from '../deploy/command/reach-cloud.ts'
import { logFiles, readLogFiles } from '../report/log-files.ts'
import { reachLocal } from './reach-local.ts'
import type { WhatIfRequest } from './read-request.ts'

export type SourceOptions = WhatIfRequest['source']

export interface OpenedLog {
  readonly lines: AsyncIterable<LogLine>
  readonly period: WhatIfPeriod
}

const fourWeeksMs = 28 * 86_400_000

const tableOf = async ({ profile, stackName }: Destination): Promise<string> => {
  const { cloud } = await reachCloud(profile)
  const stack = await cloud.stacks.find(stackName)
  if (!stack) throw new CommandError(`no stack ${stackName} in ${cloud.region}: npm run deploy makes it`)
  const resources = await cloud.stacks.resourcesOf(stackName)
  const table = resources.find(({ type }) => type === 'AWS::DynamoDB::GlobalTable')?.physicalId
  if (!table) throw new CommandError(`no table in ${stackName}, ${cloud.region}: npm run deploy makes it`)
  return table
}

/** Whatever says where the turns are, opened. @throws {CommandError} */
export const openLog = async ({ source, from, to }: SourceOptions): Promise<OpenedLog> => {
  if (source.kind === 'files')
    return {
      lines: readLogFiles(logFiles(source.path)),
      period: { from: from ?? 0, to: to ?? Number.POSITIVE_INFINITY },
    }
  const name = source.kind === 'local' ? await reachLocal(source.port) : await tableOf(source.destination)
  const now = Date.now()
  const until = Math.min(to ?? now, now)
  const { period, readTo } = watchedPeriod(from ?? until - fourWeeksMs, until, now)
  const log = dynamoConversationLog(dynamoTable(name), () => now)
  return { lines: linesOfConversations(log.read(period.from, readTo)), period }
}
