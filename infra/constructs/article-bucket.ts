import { Rule } from 'aws-cdk-lib/aws-events'
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets'
import type { IGrantable } from 'aws-cdk-lib/aws-iam'
import type { Bucket, CfnBucket } from 'aws-cdk-lib/aws-s3'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import { announce } from './announce.ts'
import type { OwnKey } from './own-key.ts'
import { letIn, privateBucket } from './private-bucket.ts'

export interface ArticleBucketProps {
  /** Days that it is known who read or changed what. */
  readonly logDays: number
  /** @default a key that S3 owns */
  readonly key: OwnKey | undefined
}

/**
 * The articles' sections, as a deployment uploads them. Who may read them stands in the bucket's own policy. Not
 * versioned: they are kept in the company's repository, and what is taken out of it has to be gone.
 */
export class ArticleBucket extends Construct {
  readonly arn: string
  private readonly bucket: Bucket

  constructor(scope: Construct, id: string, { logDays, key }: ArticleBucketProps) {
    super(scope, id)
    this.bucket = privateBucket(this, 'Sections', { days: 0, logDays, key })
    // By hand: the construct would do it with a function of its own, under rights to every bucket.
    const plain = this.bucket.node.defaultChild as CfnBucket
    plain.notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } }
    this.arn = this.bucket.bucketArn
    announce(this, { ArticleBucketName: this.bucket.bucketName })
  }

  /** Everything in it, and what there is. */
  readBy(reader: IGrantable): void {
    letIn(this.bucket, reader, ['s3:GetObject'], this.bucket.arnForObjects('*'))
    letIn(this.bucket, reader, ['s3:ListBucket'], this.bucket.bucketArn)
  }

  /** Each file that is written or deleted, by whomever. */
  changesTo(queue: Queue, unattended: Queue): void {
    new Rule(this, 'Changed', {
      description: 'An article was uploaded, changed or deleted',
      eventPattern: {
        source: ['aws.s3'],
        detailType: ['Object Created', 'Object Deleted'],
        detail: { bucket: { name: [this.bucket.bucketName] } },
      },
      targets: [new SqsQueue(queue, { deadLetterQueue: unattended })],
    })
  }
}
