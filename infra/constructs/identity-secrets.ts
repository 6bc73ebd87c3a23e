import { RemovalPolicy } from 'aws-cdk-lib'
import { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import { Construct } from 'constructs'
import type { BatonConfig } from '#shared/config/config.ts'
import { announce } from './announce.ts'
import { signingSecret } from './channel-secrets.ts'
import type { Door } from './door.ts'
import type { OwnKey } from './own-key.ts'

export interface IdentitySecretsProps {
  readonly identity: BatonConfig['identity']
  /** @default the account's key for Secrets Manager */
  readonly key: OwnKey | undefined
}

/** What the company's site signs its tokens with, and what its resolver is asked with, where the configuration has them. */
export class IdentitySecrets extends Construct {
  private readonly key: OwnKey | undefined
  private readonly tokens: Secret | undefined
  private readonly resolver: Secret | undefined

  constructor(scope: Construct, id: string, { identity, key }: IdentitySecretsProps) {
    super(scope, id)
    this.key = key
    this.tokens = identity.tokens?.secret && this.secret('Tokens', "Signs the tokens of the company's site, HS256")
    this.resolver = identity.resolver && this.secret('Resolver', 'Signs what is asked of the resolver')
  }

  judgedBy(door: Door): void {
    this.readBy(door, 'TOKEN_SECRET_ID', this.tokens)
  }

  askedBy(door: Door): void {
    this.readBy(door, 'RESOLVER_SECRET_ID', this.resolver)
  }

  private readBy(door: Door, variable: string, secret: Secret | undefined): void {
    if (!secret) return
    door.tell(variable, secret.secretArn)
    door.allow(['secretsmanager:GetSecretValue'], [secret.secretArn])
    this.key?.openedBy(door)
  }

  private secret(id: string, description: string): Secret {
    const secret = new Secret(this, id, {
      description,
      generateSecretString: signingSecret,
      removalPolicy: RemovalPolicy.RETAIN,
      ...(this.key && { encryptionKey: this.key.key }),
    })
    announce(this, { [`Identity${id}SecretName`]: secret.secretName })
    return secret
  }
}
