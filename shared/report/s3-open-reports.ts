import { s3Client } from '../attachment/s3-client.ts'
import type { ReportFiles } from './report-store.ts'
import { s3ReportFiles } from './s3-report-files.ts'

/** Imported while a door runs, never beforehand: it lies in a file of its own beside the door's. */
export const openReports = (bucket: string): ReportFiles => s3ReportFiles(s3Client(), bucket)
