import { RemovalPolicy, Stack } from 'aws-cdk-lib'
import { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import { Construct } from 'constructs'
import type { CompanyTool } from '#shared/config/config.ts'
import { announce } from './announce.ts'
import { signingSecret } from './channel-secrets.ts'
import type { Door } from './door.ts'
import type { OwnKey } from './own-key.ts'

export interface CompanyToolsProps {
  readonly tools: readonly CompanyTool[]
  /** @default the account's key for Secrets Manager */
  readonly key: OwnKey | undefined
}

/** What the assistant may ask of the company's own: a secret for each URL, which its calls are signed with; functions by right. */
export class CompanyTools extends Construct {
  private readonly key: OwnKey | undefined
  private readonly secrets = new Map<string, Secret>()
  private readonly functions = new Set<string>()

  constructor(scope: Construct, id: string, { tools, key }: CompanyToolsProps) {
    super(scope, id)
    this.key = key
    for (const { name, target } of tools)
      if ('lambda' in target) this.functions.add(target.lambda)
      else this.secrets.set(name, this.secret(name))
  }

  calledBy(door: Door): void {
    if (this.functions.size > 0) door.allow(['lambda:InvokeFunction'], [...this.functions])
    if (this.secrets.size === 0) return
    const arns = Object.fromEntries([...this.secrets].map(([name, { secretArn }]) => [name, secretArn]))
    door.tell('TOOL_SECRET_IDS', Stack.of(this).toJsonString(arns))
    door.allow(['secretsmanager:GetSecretValue'], Object.values(arns))
    this.key?.openedBy(door)
  }

  private secret(tool: string): Secret {
    const title = tool
      .split('_')
      .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
      .join('')
    const secret = new Secret(this, title, {
      description: `Signs what is asked of the tool ${tool}`,
      generateSecretString: signingSecret,
      removalPolicy: RemovalPolicy.RETAIN,
      ...(this.key && { encryptionKey: this.key.key }),
    })
    announce(this, { [`${title}SecretName`]: secret.secretName })
    return secret
  }
}
