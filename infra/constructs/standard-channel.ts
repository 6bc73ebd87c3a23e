import { RemovalPolicy, Validations } from 'aws-cdk-lib'
import { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import { Construct } from 'constructs'
import { announce } from './announce.ts'
import type { Door } from './door.ts'
import type { OwnKey } from './own-key.ts'

/** 44 letters and digits are valid base64 of 33 bytes: a Standard Webhooks secret that works on the first message. */
const signingSecret = { passwordLength: 44, excludePunctuation: true, includeSpace: false }

export interface StandardChannelProps {
  /** @default the account's key for Secrets Manager */
  readonly key: OwnKey | undefined
}

/** The Standard Webhooks channel's two secrets: customers' messages are signed with one, replies with the other. */
export class StandardChannel extends Construct {
  private readonly key: OwnKey | undefined
  private readonly inbound: Secret
  private readonly outbound: Secret

  constructor(scope: Construct, id: string, { key }: StandardChannelProps) {
    super(scope, id)
    this.key = key
    this.inbound = this.secret('Inbound', 'Signs what the company sends to /webhooks/standard')
    this.outbound = this.secret('Outbound', "Signs what is sent to the company's callback URL")
    Validations.of(this).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason:
        'The other end holds each secret too: one changed by a clock would refuse every message until somebody carried it ' +
        'over. It is rotated without a gap by hand, the old and the new secret both valid meanwhile: ADR 0042.',
    })
    announce(this, {
      StandardInboundSecretName: this.inbound.secretName,
      StandardOutboundSecretName: this.outbound.secretName,
    })
  }

  verifiedBy(door: Door): void {
    this.readBy(door, 'STANDARD_INBOUND_SECRET_ID', this.inbound)
  }

  signedBy(door: Door): void {
    this.readBy(door, 'STANDARD_OUTBOUND_SECRET_ID', this.outbound)
  }

  private readBy(door: Door, variable: string, { secretArn }: Secret): void {
    door.tell(variable, secretArn)
    door.allow(['secretsmanager:GetSecretValue'], [secretArn])
    this.key?.openedBy(door)
  }

  private secret(id: string, description: string): Secret {
    return new Secret(this, id, {
      description,
      generateSecretString: signingSecret,
      removalPolicy: RemovalPolicy.RETAIN,
      ...(this.key && { encryptionKey: this.key.key }),
    })
  }
}
