import type { Bucket } from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import { announce } from './announce.ts'
import type { Door } from './door.ts'
import type { OwnKey } from './own-key.ts'
import { letIn, privateBucket } from './private-bucket.ts'

export interface AttachmentBucketProps {
  /** As for the records; 0 keeps them until erased. */
  readonly recordDays: number
  /** Days that it is known who took which file. */
  readonly logDays: number
  /** @default a key that S3 owns */
  readonly key: OwnKey | undefined
}

/**
 * What customers sent along. Who may touch it stands where it lies, in the bucket's own policy: no role holds a wildcard.
 * Not versioned: what is erased has to be gone, and no file is ever written twice with other bytes.
 */
export class AttachmentBucket extends Construct {
  private readonly bucket: Bucket
  private readonly key: OwnKey | undefined

  constructor(scope: Construct, id: string, { recordDays, logDays, key }: AttachmentBucketProps) {
    super(scope, id)
    this.key = key
    this.bucket = privateBucket(this, 'Files', { days: recordDays, logDays, key })
    announce(this, { AttachmentBucketName: this.bucket.bucketName })
  }

  /** The turn keeps what came, and never reads it back. */
  filledBy(door: Door): void {
    this.allow(door, ['s3:PutObject'], this.bucket.arnForObjects('*'))
    this.key?.filledBy(door)
  }

  /** For whoever reads the conversation. */
  readBy(door: Door): void {
    this.allow(door, ['s3:GetObject'], this.bucket.arnForObjects('*'))
    this.key?.openedBy(door)
  }

  /** A whole thread's, found by its prefix. */
  erasedBy(door: Door): void {
    this.allow(door, ['s3:ListBucket'], this.bucket.bucketArn)
    this.allow(door, ['s3:DeleteObject'], this.bucket.arnForObjects('*'))
  }

  private allow(door: Door, actions: string[], resource: string): void {
    door.tell('ATTACHMENT_BUCKET', this.bucket.bucketName)
    letIn(this.bucket, door, actions, resource)
  }
}
