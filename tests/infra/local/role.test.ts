import { describe, expect, it } from 'vitest'
import { judgedKeys } from '#infra/local/iam/judgeable.ts'
import { createRole } from '#infra/local/iam/role.ts'
import { readRoles } from '#infra/local/iam/roles.ts'
import type { JsonObject } from '#infra/local/json.ts'
import { readTemplate } from '#infra/local/stack/template.ts'

const place = { region: 'us-east-1', account: '000000000000', stackName: 'S', gatewayUrl: '', frontUrl: '' }
const allow = (Action: string | string[], Resource: string | string[], more: JsonObject = {}): JsonObject => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...more,
})

describe('a role', () => {
  it('remembers each pair of an action and a resource that was taken, and those that were not', () => {
    const role = createRole('Turn', [allow(['sqs:SendMessage', 'sqs:DeleteMessage'], ['arn:a', 'arn:b'])])

    const decisions = ['arn:a', 'arn:a', 'arn:b'].map((resource) => role.ask({ action: 'sqs:SendMessage', resource }))

    expect(decisions).toEqual(['allowed', 'allowed', 'allowed'])
    expect(role.grants()).toEqual([
      { action: 'sqs:SendMessage', resource: 'arn:a', uses: 2 },
      { action: 'sqs:SendMessage', resource: 'arn:b', uses: 1 },
      { action: 'sqs:DeleteMessage', resource: 'arn:a', uses: 0 },
      { action: 'sqs:DeleteMessage', resource: 'arn:b', uses: 0 },
    ])
  })

  it('remembers what it did not allow, and takes no grant for what is denied', () => {
    const role = createRole('Turn', [allow('sqs:*', '*'), { Effect: 'Deny', Action: 'sqs:PurgeQueue', Resource: '*' }])

    role.ask({ action: 'sqs:PurgeQueue', resource: 'arn:a' })
    role.ask({ action: 's3:GetObject', resource: 'arn:b' })
    role.ask({ action: 's3:GetObject', resource: 'arn:b' })

    expect(role.refusals()).toEqual([
      { action: 'sqs:PurgeQueue', resource: 'arn:a', decision: 'denied', times: 1 },
      { action: 's3:GetObject', resource: 'arn:b', decision: 'not-allowed', times: 2 },
    ])
    expect(role.grants().map(({ uses }) => uses)).toEqual([0])
  })

  it('takes a grant only where its condition holds', () => {
    const role = createRole('Turn', [
      allow('a:B', 'arn:a', { Condition: { StringEquals: { 'k:k': 'x' } } }),
      allow('a:B', 'arn:a', { Condition: { StringEquals: { 'k:k': 'y' } } }),
    ])

    role.ask({ action: 'a:B', resource: 'arn:a', context: { 'k:k': ['y'] } })

    expect(role.grants().map(({ uses }) => uses)).toEqual([0, 1])
  })

  it('says of everything-but that it is that', () => {
    const role = createRole('Turn', [{ Effect: 'Allow', NotAction: 'iam:*', NotResource: 'arn:x' }])

    role.ask({ action: 'sqs:SendMessage', resource: 'arn:a' })

    expect(role.grants()).toEqual([{ action: '* but not iam:*', resource: '* but not arn:x', uses: 1 }])
  })

  it('can be looked at without being used', () => {
    const role = createRole('Turn', [allow('a:B', '*')])

    expect([
      role.wouldAllow({ action: 'a:B', resource: 'r' }),
      role.wouldAllow({ action: 'a:C', resource: 'r' }),
    ]).toEqual([true, false])
    expect([role.grants()[0]?.uses, role.refusals()]).toEqual([0, []])
  })
})

const queueArn = { 'Fn::GetAtt': ['Q', 'Arn'] }
const templateOf = (statement: JsonObject, more: JsonObject = {}, role: JsonObject = {}) => ({
  Resources: {
    Q: { Type: 'AWS::SQS::Queue' },
    Turn: { Type: 'AWS::IAM::Role', Properties: role },
    Policy: {
      Type: 'AWS::IAM::Policy',
      Properties: { Roles: [{ Ref: 'Turn' }], PolicyDocument: { Statement: [statement] } },
    },
    ...more,
  },
})
const rolesOf = (template: JsonObject) => readRoles(readTemplate(template, place))
const send = { action: 'sqs:SendMessage', resource: 'arn:aws:sqs:us-east-1:000000000000:Q' }
const roleArn = 'arn:aws:iam::000000000000:role/Turn'

describe("the template's roles", () => {
  it('are made once, each with its own statements', () => {
    const roles = rolesOf(templateOf(allow('sqs:SendMessage', queueArn as never)))

    expect(roles.byArn(roleArn)?.ask(send)).toBe('allowed')
    expect(roles.all().map(({ name, grants }) => [name, grants()])).toEqual([['Turn', [{ ...send, uses: 1 }]]])
  })

  it('allow nothing by a policy of which nobody here knows the text, and show that they have it', () => {
    const arn = 'arn:aws:iam::aws:policy/AdministratorAccess'
    const template = templateOf(allow('sqs:DeleteMessage', queueArn as never), {}, { ManagedPolicyArns: [arn] })

    const role = rolesOf(template).byArn(roleArn)

    expect(role?.ask(send)).toBe('not-allowed')
    expect(role?.grants()).toContainEqual({ action: arn, resource: '*', uses: 0 })
  })

  it("are overruled by what a queue's own policy denies to everybody, and by nothing else in it", () => {
    const policyOf = (effect: string, principal: JsonObject | string) => ({
      QP: {
        Type: 'AWS::SQS::QueuePolicy',
        Properties: {
          Queues: [{ Ref: 'Q' }],
          PolicyDocument: {
            Statement: [{ Effect: effect, Principal: principal, Action: 'sqs:*', Resource: queueArn }],
          },
        },
      },
    })
    const ask = (more: JsonObject) =>
      rolesOf(templateOf(allow('sqs:SendMessage', '*'), more))
        .byArn(roleArn)
        ?.ask(send)

    expect(ask(policyOf('Deny', { AWS: '*' }))).toBe('denied')
    expect(ask(policyOf('Deny', { Service: 'sns.amazonaws.com' }))).toBe('allowed')
    expect(ask(policyOf('Allow', '*'))).toBe('allowed')
  })

  it("hold what a bucket's own policy gives them by name, and that shows among their grants", () => {
    const files = 'arn:aws:s3:::Files/*'
    const policyOf = (principal: string) => ({
      Files: { Type: 'AWS::S3::Bucket' },
      FilesPolicy: {
        Type: 'AWS::S3::BucketPolicy',
        Properties: {
          PolicyDocument: { Statement: [allow('s3:GetObject', files, { Principal: { AWS: principal } })] },
        },
      },
    })
    const get = { action: 's3:GetObject', resource: 'arn:aws:s3:::Files/a' }
    const roleUnder = (principal: string) =>
      rolesOf(templateOf(allow('sqs:SendMessage', '*'), policyOf(principal))).byArn(roleArn)

    const [named, other] = [roleUnder(roleArn), roleUnder(`${roleArn}2`)]

    expect([named?.ask(get), other?.ask(get)]).toEqual(['allowed', 'not-allowed'])
    expect(named?.grants()).toContainEqual({ action: 's3:GetObject', resource: files, uses: 1 })
  })

  it.each<[string, JsonObject, JsonObject, RegExp]>([
    [
      'a condition on a key that calls are not given here',
      allow('*', '*', { Condition: { StringNotEquals: { 'aws:SourceVpc': 'v' } } }),
      {},
      /condition key aws:SourceVpc/,
    ],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is IAM's own variable
    ['a policy variable', allow('*', 'arn:aws:s3:::b/${aws:username}'), {}, /policy variable/],
    ['an element it does not know', allow('*', '*', { NotCondition: {} }), {}, /element NotCondition/],
    ['an effect that is none', { Effect: 'allow', Action: '*', Resource: '*' }, {}, /effect allow/],
    ['a permissions boundary', allow('*', '*'), { PermissionsBoundary: 'arn:x' }, /permissions boundary/],
  ])('are not guessed at: %s ends the start', (_name, statement, role, message) => {
    expect(() => rolesOf(templateOf(statement, {}, role))).toThrow(message)
  })

  it('may have conditions on what calls are given here', () => {
    for (const key of judgedKeys) {
      const statement = allow('*', '*', { Condition: { StringEquals: { [key]: 'x' } } })

      expect(() => rolesOf(templateOf(statement))).not.toThrow()
    }
  })
})
