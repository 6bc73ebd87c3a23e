import { asList, asObject, asStrings, type Json } from '../json.ts'
import { StartError } from '../stack/errors.ts'
import type { Resource } from '../stack/identity.ts'
import type { Stack } from '../stack/template.ts'
import { checkJudgeable } from './judgeable.ts'
import { createRole, type Role } from './role.ts'
import { statementsOf } from './statement.ts'

/** The template's roles, each made once, so that all who act under one are remembered by it. */
export interface Roles {
  all(): readonly Role[]
  byArn(arn: string): Role | undefined
  /** The role that a function runs under; one that may do nothing where the template gives it none. */
  ofFunction(lambda: Resource): Role
}

const everything = { Effect: 'Allow', Resource: '*' }

/** AWS's own policies whose text is needed here. */
const managedByAws: Readonly<Record<string, Json>> = {
  'service-role/AWSLambdaBasicExecutionRole': {
    ...everything,
    Action: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
  },
}

/** Of any other policy nobody here knows the text: it allows nothing, and shows by its name among the grants. */
const unread = (arn: string): Json => ({ ...everything, Action: arn })

const namesRole = (stack: Stack, policy: Resource, role: Resource): boolean => {
  const roles = [...asStrings(stack.property(policy, 'Roles')), ...asStrings(stack.property(policy, 'RoleName'))]
  return roles.includes(role.id)
}

/** Every statement that the template gives a role: inline, attached, and managed by the stack itself or by AWS. */
const roleStatements = (stack: Stack, role: Resource): Json[] => {
  const managed = asStrings(stack.property(role, 'ManagedPolicyArns'))
  const own = `arn:aws:iam::${stack.place.account}:policy/`
  const inline = asList(stack.property(role, 'Policies')).flatMap((policy) =>
    statementsOf(asObject(policy).PolicyDocument),
  )
  const attached = stack
    .ofType('AWS::IAM::Policy', 'AWS::IAM::RolePolicy', 'AWS::IAM::ManagedPolicy')
    .filter((policy) => namesRole(stack, policy, role) || managed.includes(`${own}${policy.id}`))
    .flatMap((policy) => statementsOf(stack.property(policy, 'PolicyDocument')))
  const aws = managed
    .filter((arn) => !arn.startsWith(own))
    .map((arn) => managedByAws[arn.split(':policy/')[1] ?? ''] ?? unread(arn))
  return [...inline, ...attached, ...aws]
}

const meetsEverybody = (statement: Json): boolean => {
  const { Effect, Principal } = asObject(statement)
  const principals = typeof Principal === 'string' ? [Principal] : asStrings(asObject(Principal).AWS)
  return Effect === 'Deny' && principals.includes('*')
}

/** What the policies of queues, secrets and buckets deny to everybody, whatever a role allows. */
const deniedToAll = (stack: Stack): Json[] =>
  [
    ...stack.ofType('AWS::SQS::QueuePolicy').map((policy) => stack.property(policy, 'PolicyDocument')),
    ...stack.ofType('AWS::SecretsManager::ResourcePolicy').map((policy) => stack.property(policy, 'ResourcePolicy')),
    ...stack.ofType('AWS::S3::BucketPolicy').map((policy) => stack.property(policy, 'PolicyDocument')),
  ]
    .flatMap(statementsOf)
    .filter(meetsEverybody)

/** What a bucket's own policy allows a role, which needs nothing else within one account. */
const allowedByBuckets = (stack: Stack, role: Resource): Json[] =>
  stack
    .ofType('AWS::S3::BucketPolicy')
    .flatMap((policy) => statementsOf(stack.property(policy, 'PolicyDocument')))
    .filter((statement) => asStrings(asObject(asObject(statement).Principal).AWS).includes(stack.arnOf(role)))

const readRole = (stack: Stack, role: Resource, denied: readonly Json[]): Role => {
  if (stack.property(role, 'PermissionsBoundary') !== undefined)
    throw new StartError(`${role.id}: the local cloud cannot judge a permissions boundary`)
  const statements = [...roleStatements(stack, role), ...allowedByBuckets(stack, role), ...denied]
  checkJudgeable(role.id, statements)
  return createRole(role.id, statements)
}

export const readRoles = (stack: Stack): Roles => {
  const denied = deniedToAll(stack)
  const roles = new Map(
    stack.ofType('AWS::IAM::Role').map((role) => [stack.arnOf(role), readRole(stack, role, denied)]),
  )
  return {
    all: () => [...roles.values()],
    byArn: (arn) => roles.get(arn),
    ofFunction: (lambda) =>
      roles.get(String(stack.property(lambda, 'Role'))) ?? createRole(`no role of ${lambda.id}`, []),
  }
}
