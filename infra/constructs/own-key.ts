import { Aws, RemovalPolicy } from 'aws-cdk-lib'
import { Grant, type IGrantable, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { type IKey, Key } from 'aws-cdk-lib/aws-kms'
import { Construct } from 'constructs'

/** What DynamoDB asks for on behalf of whoever writes, in full names where its documentation writes `ReEncrypt*`. */
const tableWrites = [
  'kms:DescribeKey',
  'kms:Encrypt',
  'kms:GenerateDataKey',
  'kms:GenerateDataKeyWithoutPlaintext',
  'kms:ReEncryptFrom',
  'kms:ReEncryptTo',
]

const ofThisAccount = { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } }
const ofThisAccountsLogs = {
  ArnLike: {
    'kms:EncryptionContext:aws:logs:arn': `arn:${Aws.PARTITION}:logs:${Aws.REGION}:${Aws.ACCOUNT_ID}:log-group:*`,
  },
}

/** A customer-managed KMS key over everything that the stack keeps: the table, queues, logs, secrets, alarms, environments. */
export class OwnKey extends Construct {
  readonly key: IKey

  /** @param existing ARN of a key that the company has already, whose policy is then its own to extend (ADR 0040) */
  constructor(scope: Construct, id: string, existing: string | undefined) {
    super(scope, id)
    this.key = existing === undefined ? this.make() : Key.fromKeyArn(this, 'Key', existing)
  }

  /** Takes messages, secrets and its own environment out of what the key locks. */
  openedBy(grantee: IGrantable): void {
    this.grant(grantee, ['kms:Decrypt'])
  }

  /** Also puts messages into it: SQS checks the data key that it hands out by opening it again. */
  filledBy(grantee: IGrantable): void {
    this.grant(grantee, ['kms:Decrypt', 'kms:GenerateDataKey'])
  }

  /** Writes to the table. */
  storedBy(grantee: IGrantable): void {
    this.grant(grantee, ['kms:Decrypt', ...tableWrites])
  }

  /** A service that acts for nobody's role; a key that was there already is the company's to open for it. */
  opensFor(service: string, conditions: Readonly<Record<string, object>>): void {
    this.key.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal(service, { conditions })],
        actions: ['kms:Decrypt'],
        resources: ['*'],
      }),
    )
  }

  private grant(grantee: IGrantable, actions: string[]): void {
    Grant.addToPrincipal({ grantee, actions, resourceArns: [this.key.keyArn] }).assertSuccess()
  }

  private make(): Key {
    const key = new Key(this, 'Key', {
      description: 'Baton: everything it keeps',
      enableKeyRotation: true,
      // Without it the table, which stays, could never be read again.
      removalPolicy: RemovalPolicy.RETAIN,
    })
    // Services that act for nobody's role are let in by the key itself.
    const serve = (service: string, actions: string[], conditions: object) =>
      key.addToResourcePolicy(
        new PolicyStatement({
          principals: [new ServicePrincipal(service, { conditions: { ...conditions } })],
          actions,
          resources: ['*'],
        }),
      )
    const logActions = ['kms:Encrypt*', 'kms:Decrypt*', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:Describe*']
    serve(`logs.${Aws.REGION}.amazonaws.com`, logActions, ofThisAccountsLogs)
    for (const service of ['cloudwatch.amazonaws.com', 'sns.amazonaws.com'])
      serve(service, ['kms:Decrypt', 'kms:GenerateDataKey*'], ofThisAccount)
    return key
  }
}
