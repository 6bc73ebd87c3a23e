import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { billingDispute } from '#infra/local/demo/scenes/billing-dispute.ts'
import { asList, asObject, type Json, type JsonObject } from '#infra/local/json.ts'
import { type Day, startDay } from './day/day.ts'
import { missingTickets } from './day/plays/sweeping.ts'
import { explanations } from './privileges/explanations.ts'
import { judgeRoles } from './privileges/judge.ts'
import { tellPrivileges } from './privileges/tell.ts'

const allow = (Action: Json, Resource: Json): Json => ({ Effect: 'Allow', Action, Resource })
const send = 'sqs:SendMessage'

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
