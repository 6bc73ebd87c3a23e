import { expect, test } from 'vitest'
import { asInAws } from '#infra/cost/load/as-in-aws.ts'
import { itemKind } from '#infra/cost/load/item-kind.ts'
import { createMeter } from '#infra/cost/load/meter.ts'
import { inputCharacters, outputCharacters } from '#infra/cost/load/metered-model.ts'
import { minus, noUsage, plus, times } from '#infra/cost/load/usage.ts'
import {
  agentKey,
  briefKey,
  claimKey,
  conversationKey,
  customerKey,
  deliverySeenKey,
  handoffKey,
  type Key,
  leaseKey,
  messageKey,
  stateKey,
  waitingKey,
  weeklyReportKey,
  writeSeenKey,
} from '#shared/aws/dynamo-keys.ts'

const item = ({ pk, sk }: Key) => ({ pk: { S: pk }, sk: { S: sk } })

test.each([
  [stateKey('t'), 'thread state'],
  [conversationKey('t', 1), 'conversation'],
  [handoffKey('t', 1, 1), 'handoff'],
  [briefKey('t', 1, 1), 'brief'],
  [waitingKey('care', 1, 'c'), 'waiting entry'],
  [leaseKey('care', 1, 'c'), 'lease entry'],
  [deliverySeenKey('standard', 'd'), 'delivery seen'],
  [writeSeenKey('k'), 'idempotency key'],
  [customerKey('u'), 'customer'],
  [agentKey('a'), 'agent'],
  [claimKey('a', 'c'), 'claim'],
  [weeklyReportKey('2026-W47'), 'weekly report'],
])('the item at %j is a %s', (key, kind) => {
  expect(itemKind(item(key))).toBe(kind)
})

test('a message is told by who wrote it', () => {
  const author = { M: { kind: { S: 'assistant' } } }

  expect(itemKind({ ...item(messageKey('t', 1, 'm')), author })).toBe('message of assistant')
})

test('a ticket counts at the length it has in AWS, everything else as it is', () => {
  expect(asInAws({ ticket: { S: 'short' } })?.ticket).toMatchObject({ S: expect.stringMatching(/^short\.{345}$/) })
  expect(asInAws({ text: { S: 'short' } })).toEqual({ text: { S: 'short' } })
  expect(asInAws(undefined)).toBeUndefined()
})

test('a model reads the instruction, the conversation and the description of its tool', () => {
  const request = {
    system: [{ text: 'Be kind.' }],
    messages: [{ role: 'user', content: [{ text: 'Hello' }, { text: '!' }] }],
    toolConfig: { tools: [{ toolSpec: { name: 'reply' } }] },
  }

  expect(inputCharacters(request)).toBe(8 + 6 + '{"toolSpec":{"name":"reply"}}'.length)
  expect(inputCharacters({})).toBe(0)
})

test('a model writes the input of its tool, or plain text', () => {
  const content = (block: object) => ({ output: { message: { content: [block] } } }) as never

  expect(outputCharacters(content({ toolUse: { input: { reply: 'Hi' } } }))).toBe('{"reply":"Hi"}'.length)
  expect(outputCharacters(content({ text: 'Hi' }))).toBe(2)
})

test('a meter adds up by door, and forgets when it is set back', () => {
  const meter = createMeter()
  meter.count('TakeTurn', 'invocations')
  meter.count('TakeTurn', 'readUnits', 2.5)
  meter.called('TakeTurn', 'sqs SendMessage', 2)
  meter.wrote('TakeTurn', 'thread state', 600, { table: 2, index: 1 })
  meter.wrote('TakeTurn', 'thread state', 700, { table: 2, index: 0 })
  meter.count('AgentApi', 'httpRequests')

  expect(meter.usage()).toEqual({
    AgentApi: { ...noUsage, httpRequests: 1 },
    TakeTurn: {
      ...noUsage,
      invocations: 1,
      readUnits: 2.5,
      calls: { 'sqs SendMessage': 2 },
      written: { 'thread state': { writes: 2, bytes: 1_300, tableUnits: 4, indexUnits: 1 } },
    },
  })
  meter.reset()
  expect(meter.usage()).toEqual({})
})

test('usages are added, taken away and multiplied leaf by leaf; what one of them lacks is nothing', () => {
  const one = { Sweep: { ...noUsage, invocations: 2, calls: { 'dynamodb Query': 4 } } }
  const other = { Sweep: { ...noUsage, calls: { 'sqs SendMessage': 1 } }, Report: { ...noUsage, invocations: 1 } }

  expect(plus(one, other)).toEqual({
    Sweep: { ...noUsage, invocations: 2, calls: { 'dynamodb Query': 4, 'sqs SendMessage': 1 } },
    Report: { ...noUsage, invocations: 1 },
  })
  expect(minus(one, one).Sweep).toEqual({ ...noUsage, calls: { 'dynamodb Query': 0 } })
  expect(times(one, 1.5).Sweep).toEqual({ ...noUsage, invocations: 3, calls: { 'dynamodb Query': 6 } })
})
