import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Exchange } from '#infra/local/gateway/exchange.ts'
import { invokePermissions } from '#infra/local/iam/checks.ts'
import { asObject, type JsonObject } from '#infra/local/json.ts'
import { type Failure, playAll } from './day/all-plays.ts'
import { type Day, startDay } from './day/day.ts'
import { explanations } from './privileges/explanations.ts'
import { invitationFaults } from './privileges/invitations.ts'
import { judgeRoles } from './privileges/judge.ts'
import { pythonTools } from './python-tools.ts'
import { checkWire, type OperationReport } from './wire/check.ts'
import { botocore, readModels, type ServiceModels } from './wire/model.ts'
import { surroundingsOf } from './wire/surroundings.ts'

// Tests stay offline: the models are used where `npm run wire` has installed them.
const environment = fileURLToPath(new URL('../../.local/python', import.meta.url))
const tools = existsSync(environment) ? await pythonTools([botocore]) : undefined
const models: ServiceModels | undefined = tools && readModels(tools.sitePackages)

let day: Day
let failures: readonly Failure[]

const wire = (exchanges: readonly Exchange[], known: ServiceModels | undefined): readonly OperationReport[] =>
  checkWire({
    exchanges,
    misanswered: day.misanswered,
    surroundings: surroundingsOf(day.cloud.running),
    models: known,
  })
const faultsOf = (reports: readonly OperationReport[]) =>
  reports.flatMap(({ service, operation, faults }) => faults.map(({ what }) => `${service} ${operation}: ${what}`))

beforeAll(async () => {
  day = await startDay()
  failures = await playAll(day)
}, 180_000)
afterAll(() => day?.close())

describe('a day on which everything happens once', () => {
  it('goes as it should', () => {
    expect(failures).toEqual([])
  })

  it('takes every grant of every role, and is refused nothing', () => {
    const { running } = day.cloud
    const { roles, faults } = judgeRoles(running.roles.all(), explanations)

    expect(faults).toEqual([])
    expect(invitationFaults(invokePermissions(running.stack), running.api)).toEqual([])
    expect(roles.length).toBeGreaterThanOrEqual(8)
  })

  it('sends nothing that AWS refuses beyond what its models say', () => {
    const reports = wire(day.exchanges, undefined)

    expect(faultsOf(reports)).toEqual([])
    expect(reports.map(({ service, operation }) => `${service} ${operation}`)).toEqual(
      expect.arrayContaining(['bedrock Converse', 'dynamodb TransactWriteItems', 'sqs SendMessageBatch']),
    )
  })

  it.skipIf(!models)('sends nothing, and is answered nothing, that is not in the service models', () => {
    expect(faultsOf(wire(day.exchanges, models))).toEqual([])
  })
})

describe.skipIf(!models)('a real request that is spoilt', () => {
  /** The first recorded call of an operation, with its body changed. */
  const spoilt = (operation: string, change: (body: JsonObject) => JsonObject): readonly string[] => {
    const found = day.exchanges.find(({ caller, call }) => caller !== 'operator' && call.operation === operation)
    if (!found) throw new Error(`${operation} was never called`)
    const input = change(JSON.parse(found.request.body))
    const request = { ...found.request, body: JSON.stringify(input) }
    return faultsOf(wire([{ ...found, call: { ...found.call, input }, request }], models))
  }

  it.each<[string, string, (body: JsonObject) => JsonObject, RegExp]>([
    ['an unknown member', 'SendMessage', (body) => ({ ...body, MessageBodies: 'x' }), /MessageBodies is not known/],
    ['a wrong type', 'ReceiveMessage', (body) => ({ ...body, WaitTimeSeconds: '5' }), /string where integer belongs/],
    ['a required member missing', 'GetItem', ({ Key: _gone, ...body }) => body, /Key is required/],
    [
      'two types of a value',
      'GetItem',
      (body) => ({ ...body, Key: { pk: { S: 'a', N: '1' }, sk: { S: 'b' } } }),
      /pk has 2 types: S, N/,
    ],
    [
      'two members of a union',
      'converse',
      (body) => ({ ...body, toolConfig: { ...asObject(body.toolConfig), toolChoice: { any: {}, auto: {} } } }),
      /toolConfig\.toolChoice: a union of one member has 2: any, auto/,
    ],
    [
      'a number out of its range',
      'converse',
      (body) => ({ ...body, inferenceConfig: { temperature: 1.5 } }),
      /1\.5 is more than 1/,
    ],
    [
      'a choice that there is not',
      'GetQueueAttributes',
      (body) => ({ ...body, AttributeNames: ['Age'] }),
      /"Age" is none of/,
    ],
    [
      'too many of something',
      'TransactWriteItems',
      (body) => ({ ...body, TransactItems: [] }),
      /0 entries is less than 1/,
    ],
  ])('with %s is caught', (_what, operation, change, fault) => {
    expect(spoilt(operation, change)).toContainEqual(expect.stringMatching(fault))
  })
})
