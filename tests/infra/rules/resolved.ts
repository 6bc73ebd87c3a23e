import type { Resources } from './resources.ts'

/** The longest that `-c stage=` may make it. */
export const longestStackName = `Baton-${'x'.repeat(20)}`

/** Names as long as AWS has them; no partition has all of these at once. */
const pseudo: Readonly<Record<string, string>> = {
  'AWS::Region': 'ap-southeast-1',
  'AWS::AccountId': '123456789012',
  'AWS::Partition': 'aws-us-gov',
  'AWS::URLSuffix': 'amazonaws.com.cn',
  'AWS::StackName': longestStackName,
}

/** CloudFormation calls what has no name after the stack and the logical id, with twelve letters, cut where the service cuts. */
const generated = (id: string, longest: number): string => `${longestStackName}-${id}-ABCDEFGHIJKL`.slice(0, longest)

const arn = (service: string, name: string): string =>
  `arn:${pseudo['AWS::Partition']}:${service}:${pseudo['AWS::Region']}:${pseudo['AWS::AccountId']}:${name}`

const queueUrl = (id: string): string =>
  `https://sqs.${pseudo['AWS::Region']}.${pseudo['AWS::URLSuffix']}/${pseudo['AWS::AccountId']}/${generated(id, 80)}`

const arns: Readonly<Record<string, (id: string) => string>> = {
  'AWS::SQS::Queue': (id) => arn('sqs', generated(id, 80)),
  'AWS::KMS::Key': () => arn('kms', 'key/0a1b2c3d-0000-4000-8000-00000000000f'),
  'AWS::Lambda::Function': (id) => arn('lambda', `function:${generated(id, 64)}`),
}

/** A value with its references written out as a deployment would, each as long as it can become. */
export const resolved = (value: unknown, resources: Resources): unknown => {
  if (Array.isArray(value)) return value.map((one) => resolved(one, resources))
  if (typeof value !== 'object' || value === null) return value
  const { Ref, 'Fn::GetAtt': attribute, 'Fn::Join': join } = value as Readonly<Record<string, unknown>>
  if (typeof Ref === 'string') return pseudo[Ref] ?? nameOf(Ref, resources)
  if (Array.isArray(attribute)) return (arns[resources[attribute[0]]?.Type ?? ''] ?? anyArn)(attribute[0])
  if (Array.isArray(join)) return (resolved(join[1], resources) as readonly string[]).join(join[0])
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, resolved(inner, resources)]))
}

const nameOf = (id: string, resources: Resources): string => {
  const type = resources[id]?.Type
  if (type === 'AWS::SQS::Queue') return queueUrl(id)
  // A secret's reference is its ARN, which ends in six letters more.
  return type === 'AWS::SecretsManager::Secret'
    ? arn('secretsmanager', `secret:${generated(id, 200)}-ABCDEF`)
    : generated(id, 255)
}

const anyArn = (id: string): string => arn('dynamodb', `table/${generated(id, 255)}`)
