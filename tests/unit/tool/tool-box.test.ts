import { expect, test } from 'vitest'
import type { LogEvent } from '#shared/log/log.ts'
import { onceEach } from '#shared/tool/tool.ts'
import { openToolBox, type ToolBoxFacts } from '#shared/tool/tool-box.ts'
import { answered, scriptedTools, toolOf } from '#tests/support/company-tool.ts'

const now = 1_000_000
const ada = { id: 'u-17', verified: { email: 'ada@example.com' } }
const wanted = (input: unknown = { order: '1042', why: 'asks where it is' }, tool = 'look_up_order') => ({
  tool,
  input,
})

const open = (fields: Partial<ToolBoxFacts> = {}) => {
  const events: LogEvent[] = []
  const facts = {
    tools: [toolOf()],
    caller: scriptedTools(),
    customer: ada,
    threadId: 't-1',
    conversationId: 't-1.1',
    messageId: 'm-1',
    log: (event: LogEvent) => events.push(event),
    clock: () => now,
    ...fields,
  }
  return { box: openToolBox(facts), events }
}

test('a call becomes a record: what was asked, why, when and what was answered', async () => {
  const caller = scriptedTools(answered({ status: 'shipped' }))
  const { box, events } = open({ caller })

  await box.call([wanted()], now + 5_000)

  const [record] = box.records()
  expect(record).toEqual({
    tool: 'look_up_order',
    id: expect.stringMatching(/^[0-9a-f]{32}$/),
    at: now,
    why: 'asks where it is',
    input: { order: '1042' },
    result: { status: 'shipped' },
  })
  expect(caller.calls).toMatchObject([{ id: record?.id, customer: ada, input: { order: '1042' } }])
  expect(events).toEqual([
    { event: 'tool.called', threadId: 't-1', tool: 'look_up_order', callId: record?.id, outcome: 'answered' },
  ])
})

test('whatever customer the model writes never leaves, at any depth', async () => {
  const caller = scriptedTools()
  const { box } = open({ caller })
  const forged = { order: '1042', why: 'x', customer: { id: 'u-99' }, customerId: 'u-99', __proto__: { id: 'u-99' } }

  await box.call([wanted(forged)], now + 5_000)

  expect(caller.calls[0]?.customer).toEqual(ada)
  expect(caller.calls[0]?.input).toEqual({ order: '1042' })
  expect(JSON.stringify([caller.calls, box.records()])).not.toContain('u-99')
})

test('a tool that needs the customer is not offered for nobody, and is not called either', async () => {
  const caller = scriptedTools()
  const { box } = open({ caller, customer: undefined })

  await box.call([wanted()], now + 5_000)

  expect(box.offered()).toEqual([])
  expect(caller.calls).toEqual([])
  expect(box.records()).toEqual([])
})

test('a tool that needs nobody is offered and called without a customer', async () => {
  const caller = scriptedTools()
  const { box } = open({ caller, customer: undefined, tools: [toolOf({ needsCustomer: false })] })

  await box.call([wanted()], now + 5_000)

  expect(box.offered()).toHaveLength(1)
  expect(caller.calls[0]).not.toHaveProperty('customer')
})

test.each([{}, { order: 42 }, { order: 'x'.repeat(21) }, 'order 1042', null, { Order: '1042' }])(
  'input %j is not what was declared: it is not called, and the record says so',
  async (input) => {
    const caller = scriptedTools()
    const { box } = open({ caller })

    await box.call([wanted(input)], now + 5_000)

    expect(caller.calls).toEqual([])
    expect(box.records()).toMatchObject([{ input: {}, failure: 'was asked for other fields than declared' }])
  },
)

test('a safe tool is asked once more after a failure that may pass', async () => {
  const caller = scriptedTools({ kind: 'failed', cause: 'answered 503', again: true }, answered({ ok: true }))
  const { box } = open({ caller })

  await box.call([wanted()], now + 5_000)

  expect(caller.calls).toHaveLength(2)
  expect(caller.calls[0]?.id).toBe(caller.calls[1]?.id)
  expect(box.records()).toMatchObject([{ result: { ok: true } }])
})

test.each([
  ['a tool that is not safe', { safe: false }, true],
  ['a failure that will not pass', { safe: true }, false],
])('%s is asked once', async (_what, fields, again) => {
  const caller = scriptedTools({ kind: 'failed', cause: 'answered 503', again }, answered({ ok: true }))
  const { box } = open({ caller, tools: [toolOf(fields)] })

  await box.call([wanted()], now + 5_000)

  expect(caller.calls).toHaveLength(1)
  expect(box.records()).toMatchObject([{ failure: 'answered 503' }])
})

test('two rounds and four calls are all that a turn has', async () => {
  const caller = scriptedTools()
  const { box } = open({ caller })
  const orders = (...names: string[]) => names.map((order) => wanted({ order, why: '' }))

  await box.call(orders('1', '2', '3'), now + 5_000)
  const between = box.offered().length
  await box.call(orders('4', '5', '6'), now + 5_000)

  expect(between).toBe(1)
  expect(caller.calls).toHaveLength(4)
  expect(box.offered()).toEqual([])
})

test('the same question is asked once, in one round or in two', async () => {
  const caller = scriptedTools()
  const { box } = open({ caller })

  await box.call([wanted(), wanted({ why: 'in other words', order: '1042' })], now + 5_000)
  await box.call([wanted()], now + 5_000)

  expect(box.records()).toHaveLength(1)
})

test('a later try of the turn asks under the same id, another message under its own', async () => {
  const asked = async (messageId: string) => {
    const caller = scriptedTools()
    await open({ caller, messageId }).box.call([wanted()], now + 5_000)
    return caller.calls[0]?.id
  }

  const [first, again, other] = [await asked('m-1'), await asked('m-1'), await asked('m-2')]

  expect(again).toBe(first)
  expect(other).not.toBe(first)
})

test('a turn that decides anew has the answers of the first time', async () => {
  const inner = scriptedTools()
  const caller = onceEach(inner)
  const [first, second] = [open({ caller }).box, open({ caller }).box]

  await first.call([wanted()], now + 5_000)
  await second.call([wanted()], now + 5_000)

  expect(inner.calls).toHaveLength(1)
  expect(second.records()).toEqual(first.records())
})

test('nothing is called when there is no time left', async () => {
  const caller = scriptedTools()
  const { box } = open({ caller })

  await box.call([wanted()], now + 100)

  expect(caller.calls).toEqual([])
  expect(box.records()).toMatchObject([{ failure: 'there was no time left' }])
})

test('what one turn keeps is bounded: the answer that is too much is left out, the others stay', async () => {
  const caller = scriptedTools(answered({ note: 'x'.repeat(30 * 1024) }))
  const { box } = open({ caller })

  await box.call(
    ['1', '2', '3'].map((order) => wanted({ order, why: '' })),
    now + 5_000,
  )

  expect(box.records().map(({ failure }) => failure)).toEqual([undefined, undefined, 'answered too much'])
  expect(Buffer.byteLength(JSON.stringify(box.records()))).toBeLessThan(64 * 1024 + 1_000)
})
