import { Duration } from 'aws-cdk-lib'
import type { Bucket } from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import { exportPlaces } from '#shared/export/export-files.ts'
import { announce } from './announce.ts'
import type { Door } from './door.ts'
import type { OwnKey } from './own-key.ts'
import { letIn, privateBucket } from './private-bucket.ts'

export interface ExportBucketProps {
  /** Days that it is known who read what. */
  readonly logDays: number
  /** @default a key that S3 owns */
  readonly key: OwnKey | undefined
}

/** What goes by itself: an export that no newer one replaced, and answers that were read. */
const goesAfter = [
  [exportPlaces.exports, 7],
  [exportPlaces.table, 7],
  [exportPlaces.results, 1],
] as const

/** As DynamoDB documents it for whoever has it export a table. */
const writtenByDynamo = ['s3:PutObject', 's3:PutObjectAcl', 's3:AbortMultipartUpload']

/** The whole table as it was last night, and what Athena answered of it. */
export class ExportBucket extends Construct {
  readonly bucket: Bucket
  private readonly key: OwnKey | undefined

  constructor(scope: Construct, id: string, { logDays, key }: ExportBucketProps) {
    super(scope, id)
    this.key = key
    this.bucket = privateBucket(this, 'Tables', { days: 0, logDays, key })
    for (const [prefix, days] of goesAfter) this.bucket.addLifecycleRule({ prefix, expiration: Duration.days(days) })
    announce(this, { ExportBucketName: this.bucket.bucketName })
  }

  /** Has it written, with its own rights, says what of it is read, and deletes what is not any more. */
  keptBy(door: Door): void {
    this.allow(door, writtenByDynamo, exportPlaces.exports)
    this.allow(door, ['s3:GetObject'], exportPlaces.exports)
    this.allow(door, ['s3:GetObject', 's3:PutObject'], exportPlaces.table)
    this.removedBy(door)
    this.key?.filledBy(door)
    if (this.key) door.tell('EXPORT_KEY', this.key.key.keyArn)
  }

  /** Whoever is erased is in no export any more. */
  erasedBy(door: Door): void {
    door.tell('EXPORT_BUCKET', this.bucket.bucketName)
    letIn(this.bucket, door, ['s3:PutObject'], this.bucket.arnForObjects(exportPlaces.erased))
    this.removedBy(door)
    this.key?.filledBy(door)
  }

  private removedBy(door: Door): void {
    letIn(this.bucket, door, ['s3:ListBucket'], this.bucket.bucketArn)
    for (const [prefix] of goesAfter) this.allow(door, ['s3:DeleteObject'], prefix)
  }

  private allow(door: Door, actions: string[], prefix: string): void {
    door.tell('EXPORT_BUCKET', this.bucket.bucketName)
    letIn(this.bucket, door, actions, this.bucket.arnForObjects(`${prefix}*`))
  }
}
