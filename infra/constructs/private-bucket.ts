import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import { Effect, type IGrantable, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type BucketProps,
  type IBucket,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'
import type { OwnKey } from './own-key.ts'

export interface PrivateBucketProps {
  /** After which each file goes; 0: none does. */
  readonly days: number
  /** Days that it is known who took or changed what. */
  readonly logDays: number
  /** @default a key that S3 owns */
  readonly key: OwnKey | undefined
}

/** What holds for every bucket: nobody from outside, nothing without TLS, and it outlives the stack. */
const closed: BucketProps = {
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  enforceSSL: true,
  minimumTLSVersion: 1.2,
  objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
  removalPolicy: RemovalPolicy.RETAIN,
}

const expiring = (days: number): BucketProps => ({
  lifecycleRules: [
    {
      ...(days > 0 && { expiration: Duration.days(days) }),
      abortIncompleteMultipartUploadAfter: Duration.days(1),
    },
  ],
})

/**
 * A bucket named `id`, and the log of who touched it beside it. Not versioned: what is deleted has to be gone. S3 delivers
 * access logs to a bucket under its own key only; they hold names of files, and no words.
 */
export const privateBucket = (scope: Construct, id: string, { days, logDays, key }: PrivateBucketProps): Bucket => {
  const log = new Bucket(scope, 'Log', { ...closed, encryption: BucketEncryption.S3_MANAGED, ...expiring(logDays) })
  return new Bucket(scope, id, {
    ...closed,
    ...(key
      ? { encryption: BucketEncryption.KMS, encryptionKey: key.key, bucketKeyEnabled: true }
      : { encryption: BucketEncryption.S3_MANAGED }),
    serverAccessLogsBucket: log as IBucket,
    ...expiring(days),
  })
}

/** Who may touch it stands where it lies, in the bucket's own policy: no role holds a wildcard. */
export const letIn = (bucket: Bucket, who: IGrantable, actions: string[], resource: string): void => {
  bucket.addToResourcePolicy(
    new PolicyStatement({ effect: Effect.ALLOW, principals: [who.grantPrincipal], actions, resources: [resource] }),
  )
}
