import { s3Client } from '../attachment/s3-client.ts'
import type { ExportFiles } from './export-files.ts'
import { s3ExportFiles } from './s3-export-files.ts'

/** Imported while a door runs, never beforehand: it lies in a file of its own beside the door's. */
export const openExports = (bucket: string): ExportFiles => s3ExportFiles(s3Client(), bucket)
