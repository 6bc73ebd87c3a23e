import { RemovalPolicy } from 'aws-cdk-lib'
import { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import { Construct } from 'constructs'
import { announce } from './announce.ts'
import type { Door } from './door.ts'

/** 44 letters and digits are valid base64 of 33 bytes: a Standard Webhooks secret that works on the first message. */
const signingSecret = { passwordLength: 44, excludePunctuation: true, includeSpace: false }

/** The Standard Webhooks channel's two secrets: customers' messages are signed with one, replies with the other. */
export class StandardChannel extends Construct {
  private readonly inbound: Secret
  private readonly outbound: Secret

  constructor(scope: Construct, id: string) {
    super(scope, id)
    this.inbound = this.secret('Inbound', 'Signs what the company sends to /webhooks/standard')
    this.outbound = this.secret('Outbound', "Signs what is sent to the company's callback URL")
    announce(this, {
      StandardInboundSecretName: this.inbound.secretName,
      StandardOutboundSecretName: this.outbound.secretName,
    })
  }

  verifiedBy(door: Door): void {
    door.tell('STANDARD_INBOUND_SECRET_ID', this.inbound.secretArn)
    door.allow(['secretsmanager:GetSecretValue'], [this.inbound.secretArn])
  }

  signedBy(door: Door): void {
    door.tell('STANDARD_OUTBOUND_SECRET_ID', this.outbound.secretArn)
    door.allow(['secretsmanager:GetSecretValue'], [this.outbound.secretArn])
  }

  private secret(id: string, description: string): Secret {
    return new Secret(this, id, {
      description,
      generateSecretString: signingSecret,
      removalPolicy: RemovalPolicy.RETAIN,
    })
  }
}
