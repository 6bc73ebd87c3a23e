import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { billingDispute } from '#infra/local/demo/scenes/billing-dispute.ts'
import type { ApiDefinition } from '#infra/local/http/api-definition.ts'
import type { InvokePermission } from '#infra/local/iam/checks.ts'
import { createRole } from '#infra/local/iam/role.ts'
import { asList, asObject, type Json, type JsonObject } from '#infra/local/json.ts'
import { type Day, startDay } from './day/day.ts'
import { missingTickets } from './day/plays/sweeping.ts'
import { type Explanation, explanations } from './privileges/explanations.ts'
import { invitationFaults } from './privileges/invitations.ts'
import { judgeRoles } from './privileges/judge.ts'
import { tellPrivileges } from './privileges/tell.ts'

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

  it('finds a reason that is needed by nothing any more', () => {
    const role = roleWith(allow(send, 'arn:a'), [send, 'arn:a'])

    expect(faultsOf(role, explain(send, /^arn:a$/))).toEqual([expect.stringContaining('explains nothing any more')])
  })
})

/** Changes what a door's policy grants, as a slip in a construct would. */
const changePolicy = (template: JsonObject, door: string, change: (statements: Json[]) => void) => {
  for (const [id, resource] of Object.entries(asObject(template.Resources))) {
    const { Type, Properties } = asObject(resource)
    if (Type !== 'AWS::IAM::Policy' || !id.startsWith(`${door}Role`)) continue
    change(asList(asObject(asObject(Properties).PolicyDocument).Statement))
  }
}

const idOf = (template: JsonObject, prefix: string): string =>
  Object.keys(asObject(template.Resources)).find((id) => id.startsWith(prefix)) ?? ''

const plant = (template: JsonObject) => {
  const outbound = { 'Fn::GetAtt': [idOf(template, 'MessagesOutbound').replace('DeadLetters', ''), 'Arn'] }
  const billing = idOf(template, 'LinesbillingTickets')
  changePolicy(template, 'Sweep', (statements) => {
    statements.push(allow('dynamodb:Scan', { 'Fn::GetAtt': [idOf(template, 'StateTable'), 'Arn'] }))
  })
  changePolicy(template, 'ReceiveMessage', (statements) => {
    statements.push(allow(send, outbound))
  })
  changePolicy(template, 'TakeTurn', (statements) => {
    for (const statement of statements.map(asObject))
      statement.Resource = asList(statement.Resource).filter((one) => !JSON.stringify(one).includes(billing))
  })
}

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

describe('a stack with a key of its own', () => {
  it('lets each door do its work, and fails where one may not use the key', async () => {
    const forget = (template: JsonObject) =>
      changePolicy(template, 'Sweep', (statements) => {
        for (const statement of statements.map(asObject))
          statement.Action = asList(statement.Action).filter((one) => one !== 'kms:GenerateDataKey')
      })
    const configPath = fileURLToPath(new URL('./keyed.config.ts', import.meta.url))
    const day = await startDay({ configPath, changeTemplate: forget })

    await missingTickets.play(day).catch(() => undefined)

    const refused = day.cloud.running.roles
      .all()
      .flatMap((role) => role.refusals().map(({ action }) => [role.name, action]))
    await day.close()
    expect(refused.length).toBeGreaterThan(0)
    expect(
      refused.filter(([name, action]) => !name?.startsWith('SweepRole') || action !== 'kms:GenerateDataKey'),
    ).toEqual([])
  })
})

describe('faults that are planted in the stack', () => {
  let day: Day
  let faults: readonly string[]

  beforeAll(async () => {
    day = await startDay({ changeTemplate: plant })
    await billingDispute.play(day)
    await day.cloud.sweep()
    const judgement = judgeRoles(day.cloud.running.roles.all(), explanations)
    faults = judgement.faults
    expect(tellPrivileges(judgement).join('\n')).toContain(`${faults.length} faults`)
  })
  afterAll(() => day?.close())

  it('an extra action is reported', () => {
    expect(faults).toContainEqual(expect.stringMatching(/^SweepRole is granted dynamodb:Scan on .*:table\/StateTable/))
  })

  it('an extra resource is reported, though the same action is taken elsewhere', () => {
    const isAboutSending = (fault: string) => /^ReceiveMessageRole is granted sqs:SendMessage/.test(fault)

    expect(faults.filter(isAboutSending)).toEqual([expect.stringMatching(/on .*:MessagesOutbound\w+\.fifo, which no/)])
  })

  it('a missing grant fails the call, and is reported with role, action and resource', () => {
    const refused = day.exchanges.filter(({ answer }) => answer?.body.includes('AccessDenied'))

    expect(refused.length).toBeGreaterThan(0)
    expect(new Set(refused.map(({ caller, call }) => `${caller} ${call.operation}`))).toEqual(
      new Set(['TakeTurn SendMessage']),
    )
    expect(JSON.parse(refused[0]?.answer?.body ?? '').message).toMatch(
      /assumed-role\/TakeTurnRole\w+\/TakeTurn is not authorized to perform: sqs:SendMessage on resource: .*Linesbilling/,
    )
    expect(faults).toContainEqual(expect.stringMatching(/^TakeTurnRole was refused sqs:SendMessage on .*Linesbilling/))
  })
})
