import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import middy from '@middy/core'
import type { BatonConfig } from '#shared/config/config.ts'
import { dynamoExportStart, type ExportedTable } from '#shared/export/dynamo-export-start.ts'
import type { ExportFiles } from '#shared/export/export-files.ts'
import { type KeptExports, keepExports } from '#shared/export/keep-exports.ts'
import type { DoorPorts } from '#shared/lambda/door.ts'

export interface ExportTableDoor extends DoorPorts {
  readonly config: Pick<BatonConfig, 'export'>
  readonly dynamo: DynamoDBClient
  readonly openFiles: () => Promise<ExportFiles>
  readonly exported: ExportedTable
}

/** Each quarter of an hour. */
export const openExportTable = ({ config, dynamo, openFiles, exported, system, log, published }: ExportTableDoor) => {
  const exports = dynamoExportStart(dynamo, exported)
  const { hour } = config.export ?? { hour: 3 }

  return middy<unknown, KeptExports>()
    .use(published)
    .handler(async () => keepExports({ files: await openFiles(), exports, log }, { hour }, system.clock()))
}
