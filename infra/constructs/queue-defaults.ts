import { Duration } from 'aws-cdk-lib'
import { QueueEncryption, type QueueProps } from 'aws-cdk-lib/aws-sqs'
import type { OwnKey } from './own-key.ts'

/** What holds for every queue: encrypted at rest, closed without TLS, and the longest memory that SQS has. */
export const queueDefaults = (key: OwnKey | undefined): QueueProps => ({
  ...(key
    ? { encryption: QueueEncryption.KMS, encryptionMasterKey: key.key }
    : { encryption: QueueEncryption.SQS_MANAGED }),
  enforceSSL: true,
  retentionPeriod: Duration.days(14),
})
