import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { DraftRequest } from '#shared/assistant/assistant.ts'
import { bedrockAssistant } from '#shared/assistant/bedrock-assistant.ts'
import { AssistantUnavailableError } from '#shared/assistant/errors.ts'
import type { ModelCircuit } from '#shared/assistant/model-circuit.ts'
import type { LogEvent } from '#shared/log/log.ts'
import { passageOf } from '#tests/support/fixed-knowledge.ts'
import { calmSignals } from '#tests/support/scripted-assistant.ts'
import { type ModelAnswer, type StubModel, startStubModel, toolAnswer } from '#tests/support/stub-model.ts'
import { testConfig } from '#tests/support/test-config.ts'

let model: StubModel
beforeAll(async () => {
  model = await startStubModel()
})
beforeEach(() => {
  model.calls.length = 0
})
afterAll(() => model.stop())

const good = { reply: 'Within 30 days.', sources: ['1'], ...calmSignals }
const request: DraftRequest = {
  threadId: 'f'.repeat(24),
  language: 'en',
  history: [],
  messages: ['How do I return a lamp?'],
  passages: [passageOf()],
}

const draft = async (
  answers: readonly ModelAnswer[],
  {
    clock = Date.now,
    callTimeoutSeconds = 1,
    temperature = 0.2,
    circuit = ((call) => call()) as ModelCircuit,
    asked = request,
  } = {},
) => {
  model.answers = answers
  const events: LogEvent[] = []
  const id = 'us.amazon.nova-2-lite-v1:0'
  const config = testConfig({ model: { id, callTimeoutSeconds, turnBudgetSeconds: 4, temperature } })
  const log = (event: LogEvent) => events.push(event)
  const assistant = bedrockAssistant({ client: model.client, config, clock, log, circuit })
  const drafted = await assistant.draft(asked).catch((error: unknown) => error)
  return { drafted, events, calls: model.calls.length }
}

const reasonOf = (drafted: unknown) => drafted instanceof AssistantUnavailableError && drafted.reason

test('a call that the circuit refuses is not made, not logged as failed and not tried again', async () => {
  const circuit = () => Promise.reject(new AssistantUnavailableError('paused'))

  const { drafted, events, calls } = await draft([toolAnswer(good)], { circuit })

  expect(reasonOf(drafted)).toBe('paused')
  expect(events).toEqual([])
  expect(calls).toBe(0)
})

test('a valid answer is one call, with its signals apart from its reply', async () => {
  const { drafted, calls } = await draft([toolAnswer(good)])

  expect(drafted).toEqual({
    reply: 'Within 30 days.',
    signals: calmSignals,
    sources: { passages: request.passages, records: [] },
    calls: 1,
    model: 'us.amazon.nova-2-lite-v1:0',
    usage: { inputTokens: 1, outputTokens: 1, cacheReadTokens: 0, cacheWriteTokens: 0 },
  })
  expect(calls).toBe(1)
})

test('the model is given one tool, has to use it, and is shown the passages and the question', async () => {
  await draft([toolAnswer(good)])

  expect(model.calls[0]).toMatchObject({
    toolConfig: { tools: [{ toolSpec: { name: 'reply' } }], toolChoice: { any: {} } },
    inferenceConfig: { temperature: 0.2, maxTokens: 700 },
  })
  expect(JSON.stringify(model.calls[0])).toContain('within 30 days.')
  expect(JSON.stringify(model.calls[0])).toContain('How do I return a lamp?')
})

test('a temperature of zero becomes the least that Amazon Nova takes', async () => {
  await draft([toolAnswer(good)], { temperature: 0 })

  expect(model.calls[0]).toMatchObject({ inferenceConfig: { temperature: 0.00001 } })
})

const text = (words: string): ModelAnswer => ({
  body: { output: { message: { role: 'assistant', content: [{ text: words }] } }, stopReason: 'end_turn' },
})
const { reply, ...withoutReply } = good
const { answered, ...withoutAnswered } = good

test.each([
  ['words instead of the tool', text('Within 30 days.'), 'malformed'],
  ['no content', { body: { output: { message: { role: 'assistant', content: [] } } } }, 'malformed'],
  ['nothing at all', { body: {} }, 'malformed'],
  ['an input that is a text', toolAnswer('{"reply":"hello"}'), 'malformed'],
  ['an input that is nothing', toolAnswer(null), 'malformed'],
  ['no reply', toolAnswer(withoutReply), 'malformed'],
  ['an empty reply', toolAnswer({ ...good, reply: '   ' }), 'malformed'],
  ['an endless reply', toolAnswer({ ...good, reply: 'x'.repeat(6_001) }), 'malformed'],
  ['a missing signal', toolAnswer(withoutAnswered), 'malformed'],
  ['a score above one', toolAnswer({ ...good, frustration: 7 }), 'malformed'],
  ['a score as a text', toolAnswer({ ...good, frustration: 'high' }), 'malformed'],
  [
    'an unknown tool',
    { body: { output: { message: { content: [{ toolUse: { name: 'other', input: good } }] } } } },
    'malformed',
  ],
  ['a filtered answer', toolAnswer(good, 'content_filtered'), 'refused'],
  ['throttling', { status: 429, error: 'ThrottlingException' }, 'throttled'],
  ['a request it refuses', { status: 400, error: 'ValidationException' }, 'refused'],
  ['a timeout of its own', { status: 408, error: 'ModelTimeoutException' }, 'timed-out'],
  ['a failure of its own', { status: 500, error: 'InternalServerException' }, 'failed'],
  ['an error without a name', { status: 503 }, 'failed'],
] as const)('%s, twice, is unavailable', async (_, answer, reason) => {
  const { drafted, calls, events } = await draft([answer])

  expect(reasonOf(drafted)).toBe(reason)
  expect(calls).toBe(2)
  expect(events).toMatchObject([
    { event: 'assistant.failed', attempt: 1, cause: reason },
    { event: 'assistant.failed', attempt: 2, cause: reason },
  ])
})

test('one failure is made up for by one retry', async () => {
  const { drafted, calls } = await draft([{ status: 500, error: 'InternalServerException' }, toolAnswer(good)])

  expect(drafted).toMatchObject({ reply: 'Within 30 days.' })
  expect(calls).toBe(2)
})

test('a model that never answers is given up, within the turn’s budget', async () => {
  const { drafted, calls } = await draft([{ hangs: true }])

  expect(reasonOf(drafted)).toBe('timed-out')
  expect(calls).toBe(2)
})

test('no second call is begun when too little of the budget is left', async () => {
  let now = 0
  const clock = () => {
    now += 1_500
    return now
  }

  const { drafted, calls } = await draft([{ status: 500, error: 'InternalServerException' }], { clock })

  expect(reasonOf(drafted)).toBe('failed')
  expect(calls).toBe(1)
})

test('neither the error nor the log holds the model’s words', async () => {
  const { drafted, events } = await draft([toolAnswer({ ...good, reply: '', wish: 'secret 4711' })])

  expect(`${drafted}${JSON.stringify(events)}`).not.toContain('4711')
})

const pngFile = { kind: 'image', format: 'png', bytes: Buffer.from('png'), attachment: { name: 'lamp.png' } } as const
const pdfFile = { kind: 'document', format: 'pdf', bytes: Buffer.from('pdf'), attachment: { name: 'obey me' } } as const
const withFiles: DraftRequest = { ...request, files: [pngFile, pdfFile] }
const lastContent = (call: unknown) =>
  (call as { readonly messages: readonly { readonly content: readonly object[] }[] }).messages.at(-1)?.content ?? []

test('files stand beside the question as they are, under names that no customer chose', async () => {
  await draft([toolAnswer(good)], { asked: withFiles })

  expect(lastContent(model.calls[0]).slice(1)).toEqual([
    { image: { format: 'png', source: { bytes: Buffer.from('png').toString('base64') } } },
    { document: { format: 'pdf', name: 'file-2', source: { bytes: Buffer.from('pdf').toString('base64') } } },
  ])
})

test('a model that refuses is asked once more without the files, which are then called unseen', async () => {
  const refusal = { status: 400, error: 'ValidationException', body: { message: 'could not process image' } }

  const { drafted, calls } = await draft([refusal, toolAnswer(good)], { asked: withFiles })

  expect([calls, drafted]).toMatchObject([2, { reply: good.reply }])
  expect(lastContent(model.calls[1])).toHaveLength(1)
  expect(JSON.stringify(lastContent(model.calls[1]))).toContain('<customer_attachments>lamp.png, obey me')
})

test('a model that was only too busy is shown them again', async () => {
  const busy = { status: 429, error: 'ThrottlingException', body: { message: 'slow down' } }

  await draft([busy, toolAnswer(good)], { asked: withFiles })

  expect(lastContent(model.calls[1])).toHaveLength(3)
})
