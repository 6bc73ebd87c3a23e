import { plain } from '../read-template.ts'
import { at, type Resources } from './resources.ts'

interface Statement {
  readonly Effect?: string
  readonly Principal?: unknown
  readonly NotPrincipal?: unknown
  readonly Action?: unknown
  readonly NotAction?: unknown
  readonly Resource?: unknown
  readonly NotResource?: unknown
}

const xray = 'Service Authorization Reference, "Actions defined by AWS X-Ray": no resource type'

/** Actions for which AWS knows no resource, each with where it says so. */
export const withoutResourceLevel: Readonly<Record<string, string>> = {
  'xray:PutTraceSegments': xray,
  'xray:PutTelemetryRecords': xray,
}

/** Wildcards inside an ARN, each with the reason for it. */
const wildcardArns: readonly RegExp[] = [
  // One model in whichever region the inference profile chooses; such an ARN holds no account.
  /^arn:<Partition>:bedrock:\*::foundation-model\/[^*]+$/,
]

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value])

/** What a role or a resource's own policy allows beyond what is named one by one. */
export const overbroad = (resources: Resources): readonly string[] =>
  Object.entries(resources).flatMap(([id, { Type, Properties }]) => [
    ...documents(Properties, /^(PolicyDocument|Policies)$/).flatMap((statement) =>
      at(statement, 'Principal') === undefined && at(statement, 'NotPrincipal') === undefined
        ? rightsOf(id, statement)
        : opened(id, statement, Type === 'AWS::S3::BucketPolicy' ? rolesIn(resources) : []),
    ),
    ...documents(Properties, /^(AssumeRolePolicyDocument|KeyPolicy)$/).flatMap((statement) => [
      ...opened(id, statement),
      ...(Type === 'AWS::KMS::Key' ? keyStatement(id, statement) : []),
    ]),
    ...list(at(Properties, 'ManagedPolicyArns')).map((arn) => `${id}: leans on ${plain(arn)}, which AWS may widen`),
  ])

const documents = (properties: AnyProperties, field: RegExp): readonly Statement[] =>
  Object.entries(properties ?? {})
    .filter(([name]) => field.test(name))
    .flatMap(([, value]) => list(value))
    .flatMap((document) => list(at(document, 'PolicyDocument.Statement') ?? at(document, 'Statement')) as Statement[])

type AnyProperties = Readonly<Record<string, unknown>> | undefined

const rightsOf = (id: string, { Effect, Action, NotAction, Resource, NotResource }: Statement): readonly string[] => {
  if (Effect !== 'Allow') return []
  const actions = list(Action).map(String)
  return [
    ...(NotAction || NotResource ? [`${id}: allows all but what it names`] : []),
    ...actions.filter((action) => action.includes('*')).map((action) => `${id}: allows ${action}`),
    ...list(Resource)
      .map(plain)
      .flatMap((resource) => (resource.includes('*') ? everywhere(id, actions, resource) : [])),
  ]
}

const everywhere = (id: string, actions: readonly string[], resource: string): readonly string[] =>
  wildcardArns.some((arn) => arn.test(resource))
    ? []
    : actions
        .filter((action) => resource !== '*' || !(action in withoutResourceLevel))
        .map((action) => `${id}: allows ${action} on ${resource}`)

const thisAccount = /^arn:<Partition>:iam::<AccountId>:root$|^arn:aws:iam::<AccountId>:root$/

/** A bucket's policy is where a role is given its files: a role's own would need a wildcard. */
const rolesIn = (resources: Resources): readonly string[] =>
  Object.entries(resources).flatMap(([id, { Type }]) => (Type === 'AWS::IAM::Role' ? [plain({ Ref: id })] : []))

/** Whom a resource's own policy lets in: services of AWS, and this account. A refusal may be to everybody. */
const opened = (
  id: string,
  { Effect, Principal, NotPrincipal }: Statement,
  own: readonly string[] = [],
): readonly string[] => {
  if (Effect !== 'Allow') return []
  const named = typeof Principal === 'object' ? Object.entries({ ...Principal }) : [['AWS', Principal] as const]
  const strangers = named
    .flatMap(([kind, who]) => (kind === 'Service' ? [] : list(who)))
    .map(plain)
    .filter((who) => !thisAccount.test(who) && !own.includes(who))
  if (NotPrincipal !== undefined || strangers.includes('*')) return [`${id}: lets everybody in`]
  return strangers.map((who) => `${id}: lets in ${who}`)
}

/** In a key's own policy `*` is that key; everything may only the account, without which nobody could ever change it. */
const keyStatement = (id: string, { Action, Principal }: Statement): readonly string[] => {
  const account = list(at(Principal, 'AWS')).every((who) => plain(who).endsWith('iam::<AccountId>:root'))
  const all = list(Action).some((action) => action === '*' || action === 'kms:*')
  return all && !(account && at(Principal, 'AWS')) ? [`${id}: lets others than the account do everything`] : []
}
