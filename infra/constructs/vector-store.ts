import { Aws, RemovalPolicy } from 'aws-cdk-lib'
import { CfnIndex, CfnVectorBucket } from 'aws-cdk-lib/aws-s3vectors'
import { Construct } from 'constructs'
import type { OwnKey } from './own-key.ts'

/** Of the models that the configuration offers. */
export const dimensions = 1_024

/**
 * Only told, never searched for: so that no section's text or title counts against the 2 KB that S3 Vectors lets be
 * filtered by. The first two are Bedrock's own.
 */
export const unfilteredKeys = ['AMAZON_BEDROCK_TEXT', 'AMAZON_BEDROCK_METADATA', 'title', 'url', 'heading']

export interface VectorStoreProps {
  /** @default a key that S3 owns */
  readonly key: OwnKey | undefined
}

/** What the sections' embeddings are found in. It is made of the articles, so it goes with the stack. */
export class VectorStore extends Construct {
  readonly indexArn: string

  constructor(scope: Construct, id: string, { key }: VectorStoreProps) {
    super(scope, id)
    const encryptionConfiguration = key ? { sseType: 'aws:kms', kmsKeyArn: key.key.keyArn } : { sseType: 'AES256' }
    const bucket = new CfnVectorBucket(this, 'Bucket', { encryptionConfiguration })
    const index = new CfnIndex(this, 'Index', {
      vectorBucketArn: bucket.attrVectorBucketArn,
      dataType: 'float32',
      dimension: dimensions,
      distanceMetric: 'cosine',
      encryptionConfiguration,
      metadataConfiguration: { nonFilterableMetadataKeys: unfilteredKeys },
    })
    for (const one of [bucket, index]) one.applyRemovalPolicy(RemovalPolicy.DESTROY)
    // S3 Vectors opens the vectors by itself to keep its index in order.
    key?.opensFor('indexing.s3vectors.amazonaws.com', {
      StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID },
      ArnLike: { 'aws:SourceArn': `arn:${Aws.PARTITION}:s3vectors:${Aws.REGION}:${Aws.ACCOUNT_ID}:bucket/*` },
    })
    this.indexArn = index.attrIndexArn
  }
}
