import { Duration } from 'aws-cdk-lib'
import { BlockPublicAccess, type BucketProps, ObjectOwnership } from 'aws-cdk-lib/aws-s3'

/** What holds for every bucket: nobody from outside, nothing without TLS. */
export const closedBucket: BucketProps = {
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  enforceSSL: true,
  minimumTLSVersion: 1.2,
  objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
}

/** @param days after which each file goes; 0: none does */
export const expiring = (days: number): BucketProps =>
  days > 0
    ? { lifecycleRules: [{ expiration: Duration.days(days), abortIncompleteMultipartUploadAfter: Duration.days(1) }] }
    : { lifecycleRules: [{ abortIncompleteMultipartUploadAfter: Duration.days(1) }] }
