import { describe, expect, it } from 'vitest'
import type { ApiDefinition } from '#infra/local/http/api-definition.ts'
import type { InvokePermission } from '#infra/local/iam/checks.ts'
import { createRole } from '#infra/local/iam/role.ts'
import type { Json } from '#infra/local/json.ts'
import type { Explanation } from './privileges/explanations.ts'
import { invitationFaults } from './privileges/invitations.ts'
import { judgeRoles } from './privileges/judge.ts'

const allow = (Action: Json, Resource: Json): Json => ({ Effect: 'Allow', Action, Resource })
const send = 'sqs:SendMessage'
const roleWith = (statement: Json, ...taken: readonly (readonly [string, string])[]) => {
  const role = createRole('TurnRole12345678', [statement])
  for (const [action, resource] of taken) role.ask({ action, resource })
  return role
}
const explain = (action: string, resource: RegExp): Explanation => ({
  role: /^TurnRole$/,
  action,
  resource,
  because: 'so',
})
const faultsOf = (role: ReturnType<typeof roleWith>, ...table: readonly Explanation[]) =>
  judgeRoles([role], table).faults

describe('the judgement of a role', () => {
  it('finds nothing where each action on each resource was taken', () => {
    expect(faultsOf(roleWith(allow(send, ['arn:a', 'arn:b']), [send, 'arn:a'], [send, 'arn:b']))).toEqual([])
  })

  it('finds an action and a resource that nobody took', () => {
    const role = roleWith(
      allow([send, 'sqs:PurgeQueue'], ['arn:a', 'arn:b']),
      [send, 'arn:a'],
      ['sqs:PurgeQueue', 'arn:a'],
    )

    expect(faultsOf(role)).toEqual([
      'TurnRole is granted sqs:SendMessage on arn:b, which no journey takes',
      'TurnRole is granted sqs:PurgeQueue on arn:b, which no journey takes',
    ])
  })

  it('finds what was asked for and not granted', () => {
    const role = roleWith(allow(send, 'arn:a'), [send, 'arn:a'], [send, 'arn:c'])

    expect(faultsOf(role)).toEqual([
      'TurnRole was refused sqs:SendMessage on arn:c 1 times (not-allowed): AccessDenied on AWS',
    ])
  })

  it.each([
    ['an action', allow('sqs:*', 'arn:a')],
    ['a resource', allow(send, 'arn:*')],
  ])('does not let a wildcard in %s pass for used, however often it was', (_what, statement) => {
    const role = roleWith(statement, [send, 'arn:a'])

    expect(faultsOf(role)).toEqual([expect.stringContaining('wider than any of them')])
  })

  it('takes a reason for what is not used, or is wide, and only for that', () => {
    const unused = roleWith(allow([send, 'sqs:PurgeQueue'], 'arn:a'), [send, 'arn:a'])
    const wide = roleWith(allow(send, 'arn:*'), [send, 'arn:a'])

    expect(faultsOf(unused, explain('sqs:PurgeQueue', /^arn:a$/))).toEqual([])
    expect(faultsOf(wide, explain(send, /^arn:\*$/))).toEqual([])
    expect(faultsOf(unused, explain('sqs:PurgeQueue', /^arn:b$/))).toHaveLength(2)
  })

  it('asks for no reason about a key where there is none, and for one where there is', () => {
    const plain = roleWith(allow(send, 'arn:a'), [send, 'arn:a'])
    const keyed = roleWith(allow([send, 'kms:Decrypt'], 'arn:a'), [send, 'arn:a'], ['kms:Decrypt', 'arn:a'])

    expect(faultsOf(plain, explain('kms:Encrypt', /^arn:a$/))).toEqual([])
    expect(faultsOf(keyed, explain('kms:Encrypt', /^arn:a$/))).toHaveLength(1)
  })

  it('asks for no reason about an optional role where there is none, and for one where there is', () => {
    const about = { ...explain(send, /^arn:b$/), optional: true }
    const taken = roleWith(allow(send, 'arn:a'), [send, 'arn:a'])

    expect(faultsOf(taken, { ...about, role: /^OtherRole$/ })).toEqual([])
    expect(faultsOf(taken, about)).toHaveLength(1)
  })

  it('finds a reason that is needed by nothing any more', () => {
    const role = roleWith(allow(send, 'arn:a'), [send, 'arn:a'])

    expect(faultsOf(role, explain(send, /^arn:a$/))).toEqual([expect.stringContaining('explains nothing any more')])
  })
})

describe('the invitations of a function', () => {
  const route = { key: 'GET /teams', target: { functionId: 'Agent12345678', scopes: [] } }
  const api = { id: 'Api', routes: [route], authorizers: [] } as unknown as ApiDefinition
  const invite = (change: Partial<InvokePermission>) =>
    invitationFaults(
      [
        {
          functionId: 'Agent12345678',
          principal: 'apigateway.amazonaws.com',
          sourceArn: 'arn:aws:execute-api:us-east-1:000000000000:Api/*/*/*',
          ...change,
        },
      ],
      api,
    )

  it('are for the API that has a route to it', () => {
    expect(invite({})).toEqual([])
  })

  it.each<[string, Partial<InvokePermission>, RegExp]>([
    ['everybody', { principal: '*' }, /Agent lets in \*/],
    ['another API', { sourceArn: 'arn:aws:execute-api:us-east-1:000000000000:Other/*/*/*' }, /lets in every API/],
    ['an API without a route', { functionId: 'Sweep12345678' }, /Sweep lets in the API, which has no route to it/],
  ])('are a fault where they are for %s', (_who, change, fault) => {
    expect(invite(change)).toEqual([expect.stringMatching(fault)])
  })
})
