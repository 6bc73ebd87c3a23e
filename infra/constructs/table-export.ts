import { Construct } from 'constructs'
import type { Alarms } from './alarms.ts'
import type { Door } from './door.ts'
import { ExportBucket, type ExportBucketProps } from './export-bucket.ts'
import { ExportQueries, type ExportQueriesProps } from './export-queries.ts'
import type { StateTable } from './state-table.ts'

export interface TableExportProps extends ExportBucketProps, Pick<ExportQueriesProps, 'teams'> {
  readonly table: StateTable
  /** Keeps the exports in order. */
  readonly door: Door
  /** Who erases customers. */
  readonly erasers: readonly Door[]
  readonly alarms: Alarms
}

/** The table in a bucket each day, to be asked more than one query can answer. */
export class TableExport extends Construct {
  constructor(scope: Construct, id: string, { table, door, erasers, alarms, teams, logDays, key }: TableExportProps) {
    super(scope, id)
    table.exportedBy(door)
    const exported = new ExportBucket(this, 'Bucket', { logDays, key })
    exported.keptBy(door)
    for (const eraser of erasers) exported.erasedBy(eraser)
    new ExportQueries(this, 'Queries', { bucket: exported.bucket, teams, key })
    alarms.onCounted('ExportLate', 'ExportTable', 'ExportsLate', 'export-late')
  }
}
