import { S3Client } from '@aws-sdk/client-s3'
import { s3ExportFiles } from '#shared/export/s3-export-files.ts'
import { clientSettings } from './client-settings.ts'
import type { Exports } from './ports.ts'

/** Lists and reads, and changes nothing. */
export const s3ExportsOfBucket = (region: string): Exports => ({
  look: (bucket) => s3ExportFiles(new S3Client(clientSettings(region)), bucket).look(),
})
