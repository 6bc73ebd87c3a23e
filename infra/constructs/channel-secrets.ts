import { RemovalPolicy, Stack } from 'aws-cdk-lib'
import { Secret, type SecretStringGenerator } from 'aws-cdk-lib/aws-secretsmanager'
import { Construct } from 'constructs'
import { leavesOutNames, secretFields } from '#shared/config/channel-schemas.ts'
import type { ChannelName, Channels } from '#shared/config/config.ts'
import { announce } from './announce.ts'
import type { Door } from './door.ts'
import type { OwnKey } from './own-key.ts'

/** 44 letters and digits are valid base64 of 33 bytes: a Standard Webhooks secret that works on the first message. */
export const signingSecret = { passwordLength: 44, excludePunctuation: true, includeSpace: false }

/** What a provider hands out is empty until somebody enters it; what the company itself may choose is made here. */
const chosenHere = ['verifyToken', 'secretToken']

/** Links of Messenger and Instagram are good by themselves; a company's own files stay with the company. */
const opensFiles = ['slack', 'twilio', 'whatsapp', 'telegram', 'line']

export interface ChannelSecretsProps {
  readonly channels: Channels
  /** @default the account's key for Secrets Manager */
  readonly key: OwnKey | undefined
}

/** Every configured channel's secret: one each, and two for Standard Webhooks, whose directions are signed apart. */
export class ChannelSecrets extends Construct {
  private readonly key: OwnKey | undefined
  private readonly verifying = new Map<string, Secret>()
  private readonly sending = new Map<string, Secret>()

  constructor(scope: Construct, id: string, { channels, key }: ChannelSecretsProps) {
    super(scope, id)
    this.key = key
    if (channels.standard) this.standard()
    for (const name of Object.keys(channels) as ChannelName[])
      if (name !== 'standard' && channels[name]) this.provider(name)
  }

  verifiedBy(door: Door): void {
    this.readBy(door, 'INBOUND_SECRET_IDS', this.verifying)
  }

  signedBy(door: Door): void {
    this.readBy(door, 'OUTBOUND_SECRET_IDS', this.sending)
  }

  /** Of the channels whose providers are asked who writes, or for the files that customers send. */
  askedWithBy(door: Door): void {
    const isAsked = (name: string) => leavesOutNames(name) || opensFiles.includes(name)
    const asked = new Map([...this.sending].filter(([name]) => isAsked(name)))
    if (asked.size > 0) this.readBy(door, 'PROVIDER_SECRET_IDS', asked)
  }

  private standard(): void {
    const inbound = this.secret('Inbound', 'Signs what the company sends to /webhooks/standard', signingSecret)
    const outbound = this.secret('Outbound', "Signs what is sent to the company's callback URL", signingSecret)
    this.verifying.set('standard', inbound)
    this.sending.set('standard', outbound)
    announce(this, {
      StandardInboundSecretName: inbound.secretName,
      StandardOutboundSecretName: outbound.secretName,
    })
  }

  private provider(name: Exclude<ChannelName, 'standard'>): void {
    const fields: readonly string[] = secretFields[name]
    const generated = fields.find((field) => chosenHere.includes(field))
    const template = Object.fromEntries(fields.filter((field) => field !== generated).map((field) => [field, '']))
    const title = name.charAt(0).toUpperCase() + name.slice(1)
    const secret = this.secret(title, `What ${title} signs with and is asked with: ${fields.join(', ')}`, {
      ...signingSecret,
      secretStringTemplate: JSON.stringify(template),
      // Secrets Manager makes one field or none: what nobody reads does no harm.
      generateStringKey: generated ?? 'notUsed',
    })
    this.verifying.set(name, secret)
    this.sending.set(name, secret)
    announce(this, { [`${title}SecretName`]: secret.secretName })
  }

  private readBy(door: Door, variable: string, secrets: ReadonlyMap<string, Secret>): void {
    const arns = Object.fromEntries([...secrets].map(([name, { secretArn }]) => [name, secretArn]))
    door.tell(variable, Stack.of(this).toJsonString(arns))
    if (secrets.size === 0) return
    door.allow(['secretsmanager:GetSecretValue'], Object.values(arns))
    this.key?.openedBy(door)
  }

  private secret(id: string, description: string, generateSecretString: SecretStringGenerator): Secret {
    return new Secret(this, id, {
      description,
      generateSecretString,
      removalPolicy: RemovalPolicy.RETAIN,
      ...(this.key && { encryptionKey: this.key.key }),
    })
  }
}
