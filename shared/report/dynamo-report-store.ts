import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { weeklyReportKey } from '../aws/dynamo-keys.ts'
import type { DynamoTable } from '../aws/dynamo-table.ts'
import type { ReportStore } from './report-store.ts'

export const dynamoReportStore = (table: DynamoTable): ReportStore => ({
  write: async (week, report, writtenAt) => {
    const record = { ...weeklyReportKey(week.id), report, writtenAt }
    await table.client.send(new PutCommand({ TableName: table.name, Item: record }))
  },
})
