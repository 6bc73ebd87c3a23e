import { expect, test } from 'vitest'
import type { Brief } from '#shared/handoff/brief.ts'
import type { Handoff } from '#shared/handoff/handoff.ts'
import type { Message } from '#shared/thread/message.ts'
import type { Fault } from '#tests/simulation/fault.ts'
import { ToolWatch } from '#tests/simulation/tool-watch.ts'
import { declaredTools } from '#tests/simulation/tools.ts'
import type { Truth } from '#tests/simulation/truth.ts'

const data = {
  id: 'call-1',
  tool: 'look_up_order',
  conversation: { id: 't.1' },
  customer: { id: 'customer-ada', verified: {} },
  input: { order: '1' },
}
const record = { tool: data.tool, id: data.id, at: 5, why: '', input: data.input, result: { of: 'customer-ada' } }
const said = (fields: object = {}): Message =>
  ({ threadId: 't', conversationId: 't.1', at: 6, evidence: { records: [{ ...record, ...fields }] } }) as never
const kept = { source: data.tool, fetchedAt: 5, fields: {}, input: data.input }
const briefOf = (...records: object[]) => ({ records }) as unknown as Brief
const handoff = { id: 'h', threadId: 't', conversationId: 't.1', openedAt: 9 } as Handoff

const truthOf = (fields: Partial<Truth> = {}): Truth => ({
  states: [],
  messages: new Map([['t', [said()]]]),
  conversations: [],
  handoffs: [],
  briefs: new Map(),
  waiting: [],
  leases: [],
  agents: [],
  misplaced: [],
  owed: [],
  ...fields,
})

interface Use {
  readonly data?: object
  readonly invocation?: number
  readonly fault?: Fault
}

const found = (uses: readonly Use[], truth = truthOf(), senders = ['customer-ada'], faulty: readonly number[] = []) => {
  const watch = new ToolWatch(() => 5, declaredTools)
  for (const { data: changed = {}, invocation = 1, fault } of uses)
    watch.executed({
      call: { door: 'TakeTurn', service: 'tool', operation: 'POST', index: 0, invocation, run: 1, attempt: 1 },
      input: { data: { ...data, ...changed } },
      reply: { status: 200, body: '' },
      fault,
    })
  const people = { senders: new Map([['t', new Set(senders)]]), erased: new Map(), faulty: new Set(faulty) }
  return watch.violations(truth, people).map(({ promise }) => promise)
}

test('a call for whoever wrote, with its answer on record and in the brief, breaks no promise', () => {
  expect(found([{}])).toEqual([])
  expect(found([{}], truthOf({ handoffs: [handoff], briefs: new Map([['h', briefOf(kept)]]) }))).toEqual([])
})

test.each([
  ['for somebody else', { customer: { id: 'customer-bob', verified: {} } }],
  ['for nobody', { customer: undefined }],
  ['that is told a customer by the model', { input: { order: '1', customerId: 'customer-ada' } }],
])('a call %s is seen', (_what, changed) => {
  expect(found([{ data: changed }])).toContain('unexpected')
})

test('a call on a thread where two people wrote is seen', () => {
  expect(found([{}], truthOf(), ['customer-ada', 'customer-bob'])).toEqual(['unexpected'])
})

test('what is not safe is called again only where the first try was lost', () => {
  const hold = { data: { tool: 'hold_parcel' } }
  const truth = truthOf({ messages: new Map([['t', [said({ tool: 'hold_parcel' })]]]) })

  expect(found([hold, hold], truth)).toEqual(['duplicate'])
  expect(found([hold, { ...hold, invocation: 2 }], truth)).toEqual(['duplicate'])
  expect(found([hold, { ...hold, invocation: 2 }], truth, undefined, [1])).toEqual([])
})

test('what is safe may be called again', () => {
  expect(found([{}, {}])).toEqual([])
})

test('an answer that is neither with a reply nor in a brief is lost, unless its run met a fault or it could not be read', () => {
  const nothing = truthOf({ messages: new Map() })

  expect(found([{}], nothing)).toEqual(['lost'])
  expect(found([{}], nothing, undefined, [1])).toEqual([])
  expect(found([{ fault: 'malformed' }], nothing)).toEqual([])
})

test('a brief that lacks what was looked up before is seen', () => {
  expect(found([{}], truthOf({ handoffs: [handoff], briefs: new Map([['h', briefOf()]]) }))).toEqual(['bookkeeping'])
})

test('a record that nobody told, or told of another, is seen', () => {
  const of = (result: object) => truthOf({ messages: new Map([['t', [said({ result })]]]) })

  expect(found([], of({ of: 'customer-ada' }))).toEqual(['unexpected'])
  expect(found([{}], of({ of: 'customer-bob' }))).toEqual(['unexpected'])
})
