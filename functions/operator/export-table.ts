import * as z from 'zod/mini'
import { readConfig } from '#shared/config/read-config.ts'
import { dynamoExportClient } from '#shared/export/dynamo-export-start.ts'
import { doorLog } from '#shared/lambda/door-log.ts'
import { nameSchema, readEnv } from '#shared/lambda/read-env.ts'
import { systemPorts } from '#shared/lambda/system-ports.ts'
import { openExportTable } from './open-export-table.ts'

const env = readEnv(
  z.object({
    TABLE_ARN: nameSchema,
    EXPORT_BUCKET: nameSchema,
    /** Where everything is under the company's own key. */
    EXPORT_KEY: z.optional(nameSchema),
  }),
)

export const handler = openExportTable({
  ...doorLog(),
  system: systemPorts,
  config: readConfig(new URL('./config.json', import.meta.url)).config,
  dynamo: dynamoExportClient(),
  openFiles: async () => (await import('#shared/export/s3-open-exports.ts')).openExports(env.EXPORT_BUCKET),
  exported: { tableArn: env.TABLE_ARN, bucket: env.EXPORT_BUCKET, keyArn: env.EXPORT_KEY },
})
