import type { Bucket } from 'aws-cdk-lib/aws-s3'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import { announce } from './announce.ts'
import type { Door } from './door.ts'
import type { OwnKey } from './own-key.ts'
import { letIn, privateBucket } from './private-bucket.ts'

export interface ReportDeliveryProps {
  /** As for the records, whose words the pages quote; 0 keeps them. */
  readonly recordDays: number
  /** Days that it is known who took which page. */
  readonly logDays: number
  /** Who is told each Monday. */
  readonly email: string | undefined
  /** Keeps what could not be told. */
  readonly unattended: Queue
  readonly key: OwnKey | undefined
}

/** Each week's report: where it lies, and who hears of it. As for files, the bucket itself says who may touch it. */
export class ReportDelivery extends Construct {
  private readonly bucket: Bucket
  private readonly topic: Topic
  private readonly key: OwnKey | undefined

  constructor(scope: Construct, id: string, { recordDays, logDays, email, unattended, key }: ReportDeliveryProps) {
    super(scope, id)
    this.key = key
    this.bucket = privateBucket(this, 'Pages', { days: recordDays, logDays, key })
    this.topic = new Topic(this, 'Topic', { enforceSSL: true, ...(key && { masterKey: key.key }) })
    if (email) this.topic.addSubscription(new EmailSubscription(email, { deadLetterQueue: unattended }))
    announce(this, { ReportBucketName: this.bucket.bucketName, ReportTopicArn: this.topic.topicArn })
  }

  writtenBy(door: Door): void {
    this.allow(door, 's3:PutObject')
    this.key?.filledBy(door)
    door.tell('REPORT_TOPIC', this.topic.topicArn)
    door.allow(['sns:Publish'], [this.topic.topicArn])
  }

  /** Who may not list a bucket is not told either that something is missing from it. */
  readBy(door: Door): void {
    this.allow(door, 's3:GetObject')
    this.allow(door, 's3:ListBucket', this.bucket.bucketArn)
    this.key?.openedBy(door)
  }

  /** Whoever is erased is quoted nowhere any more. */
  erasedBy(door: Door): void {
    this.allow(door, 's3:DeleteObject')
  }

  private allow(door: Door, action: string, resource = this.bucket.arnForObjects('reports/*')): void {
    door.tell('REPORT_BUCKET', this.bucket.bucketName)
    letIn(this.bucket, door, [action], resource)
  }
}
