import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { DraftRequest } from '#shared/assistant/assistant.ts'
import { bedrockAssistant } from '#shared/assistant/bedrock-assistant.ts'
import { AssistantUnavailableError } from '#shared/assistant/errors.ts'
import { type ModelCircuit, modelCircuit } from '#shared/assistant/model-circuit.ts'
import type { BatonConfigInput } from '#shared/config/config.ts'
import type { LogEvent } from '#shared/log/log.ts'
import type { Message } from '#shared/thread/message.ts'
import { passageOf } from '#tests/support/fixed-knowledge.ts'
import { answerOf, called } from '#tests/support/model-answers.ts'
import { calmSignals } from '#tests/support/scripted-assistant.ts'
import { type ModelAnswer, type StubModel, startStubModel } from '#tests/support/stub-model.ts'
import { testConfig } from '#tests/support/test-config.ts'

let model: StubModel
beforeAll(async () => {
  model = await startStubModel()
})
beforeEach(() => {
  model.calls.length = 0
  model.paths.length = 0
})
afterAll(() => model.stop())

const [nova, haiku, micro] = [
  'us.amazon.nova-2-lite-v1:0',
  'us.anthropic.claude-haiku-4-5-20251001-v1:0',
  'us.amazon.nova-micro-v1:0',
]
const good = { reply: 'Within 30 days.', sources: ['1'], ...calmSignals }
const reply = answerOf([called(good)], 'tool_use')
const down = { status: 500, error: 'InternalServerException' }
const refusal = { status: 400, error: 'ValidationException' }
const request: DraftRequest = {
  threadId: 't',
  language: 'en',
  history: [],
  messages: ['How do I return a lamp?'],
  passages: [passageOf()],
}

interface Choices {
  readonly fields?: Partial<BatonConfigInput['model']>
  readonly asked?: Partial<DraftRequest>
  readonly circuit?: ModelCircuit
}

const ask = async (
  answers: readonly ModelAnswer[],
  { fields = {}, asked = {}, circuit = (call) => call() }: Choices = {},
) => {
  model.answers = answers
  const events: LogEvent[] = []
  const config = testConfig({ model: { id: nova, turnBudgetSeconds: 4, callTimeoutSeconds: 1, ...fields } })
  const log = (event: LogEvent) => events.push(event)
  const assistant = bedrockAssistant({ client: model.client, config, log, clock: Date.now, circuit })
  const drafted = await assistant.draft({ ...request, ...asked }).catch((error: unknown) => error)
  return { drafted, events }
}
const modelsAsked = () => model.paths.map((path) => /^\/model\/([^/]+)\/converse$/.exec(path)?.[1] ?? path)
const sent = (index = 0) => JSON.stringify(model.calls[index])

describe('models to fall back on', () => {
  const fields = { fallbacks: [haiku, micro] }

  test('are not asked while the first one answers', async () => {
    const { drafted } = await ask([reply], { fields })

    expect(drafted).toMatchObject({ model: nova, calls: 1 })
    expect(modelsAsked()).toEqual([nova])
  })

  test.each([
    ['is down', down],
    ['is throttled', { status: 429, error: 'ThrottlingException' }],
    ['refuses', refusal],
    ['answers with rubbish', answerOf([])],
    ['hangs', { hangs: true }],
  ])('are asked when the first one %s, and the draft and the log say which answered', async (_, failure) => {
    const { drafted, events } = await ask([failure, reply], { fields })

    expect(drafted).toMatchObject({ reply: good.reply, model: haiku, calls: 2 })
    expect(events).toMatchObject([{ event: 'assistant.failed', model: nova, attempt: 1 }])
    expect(modelsAsked()).toEqual([nova, haiku])
  })

  test('leave a turn two tries in all: a customer waits no longer for more models', async () => {
    const { drafted } = await ask([down], { fields })

    expect(drafted).toMatchObject({ reason: 'failed', spent: { calls: 2 } })
    expect(modelsAsked()).toEqual([nova, haiku])
  })

  test('are asked at once while the first ones are left alone', async () => {
    const circuit: ModelCircuit = (call, id) =>
      id === micro ? call() : Promise.reject(new AssistantUnavailableError('paused'))

    const { drafted, events } = await ask([reply], { fields, circuit })

    expect(drafted).toMatchObject({ model: micro, calls: 1 })
    expect(events).toEqual([])
  })

  test('are left alone one by one: when none is left, nobody is called', async () => {
    const circuit = modelCircuit(() => undefined)
    for (let n = 0; n < 6; n += 1) await ask([down], { fields: { fallbacks: [haiku] }, circuit })
    model.paths.length = 0

    const { drafted, events } = await ask([reply], { fields: { fallbacks: [haiku] }, circuit })

    expect(drafted).toMatchObject({ reason: 'paused', spent: { calls: 0 } })
    expect([modelsAsked(), events]).toEqual([[], []])
  })

  test('that read no files are told of them only', async () => {
    const file = { kind: 'image', format: 'png', bytes: Buffer.from('png'), attachment: { name: 'lamp.png' } } as const

    await ask([down, reply], { fields: { fallbacks: [micro] }, asked: { files: [file] } })

    expect(sent(0)).toContain('"image"')
    expect(sent(1)).not.toContain('"image"')
    expect(sent(1)).toContain('<customer_attachments>lamp.png')
  })
})

const said = (kind: Message['author']['kind'], text: string): Message => ({
  threadId: 't',
  id: 'm',
  conversationId: 't.1',
  at: 1,
  author: { kind },
  text,
})
const point = '{"cachePoint":{"type":"default"}}'

describe('a cache', () => {
  const fields = { cache: true }
  const long = 'The lamp in the hall flickers. '.repeat(150)
  const history = [said('customer', long), said('assistant', 'Please check the bulb.')]

  test('is not asked for unless the configuration says so', async () => {
    await ask([reply], { asked: { history } })

    expect(sent()).not.toContain('cachePoint')
  })

  test('has its point behind the instructions, never among the tools', async () => {
    await ask([reply], { fields })

    const { system, toolConfig, messages } = model.calls[0] as Readonly<Record<string, unknown>>
    expect(JSON.stringify(system)).toMatch(/\},\{"cachePoint":\{"type":"default"\}\}\]$/)
    expect(JSON.stringify([toolConfig, messages])).not.toContain('cachePoint')
  })

  test('has another behind what was said before, once that is long enough to be kept', async () => {
    await ask([reply], { fields, asked: { history } })

    const { messages } = model.calls[0] as { readonly messages: readonly object[] }
    expect(JSON.stringify(messages[0])).toContain(point)
    expect(JSON.stringify(messages.slice(1))).not.toContain('cachePoint')
  })

  test('has none behind what this model would not keep', async () => {
    await ask([reply], { fields: { ...fields, id: haiku }, asked: { history } })

    expect(sent().split(point)).toHaveLength(2)
  })

  test('is no point to a model that knows none', async () => {
    await ask([down, reply], {
      fields: { ...fields, fallbacks: ['us.meta.llama4-scout-17b-instruct-v1:0'] },
      asked: { history },
    })

    expect([sent(0).includes('cachePoint'), sent(1).includes('cachePoint')]).toEqual([true, false])
  })

  test('is counted apart in what a draft took', async () => {
    const usage = {
      inputTokens: 100,
      outputTokens: 20,
      totalTokens: 1_220,
      cacheReadInputTokens: 1_000,
      cacheWriteInputTokens: 100,
    }

    const { drafted } = await ask([answerOf([called(good)], 'tool_use', { usage })], { fields })

    const counted = { inputTokens: 100, outputTokens: 20, cacheReadTokens: 1_000, cacheWriteTokens: 100 }
    expect(drafted).toMatchObject({ usage: counted })
  })
})

describe('a guardrail', () => {
  const fields = { guardrail: { id: 'gr1abc', version: '3' } }
  const passes = { body: { action: 'NONE', outputs: [], assessments: [] } }
  const stops = { body: { action: 'GUARDRAIL_INTERVENED', outputs: [{ text: 'No.' }], assessments: [] } }
  const stopped = answerOf([{ text: 'No.' }], 'guardrail_intervened')

  test('is asked of nobody unless the configuration names one', async () => {
    await ask([reply])

    expect(model.paths).toHaveLength(1)
    expect(sent()).not.toMatch(/guard/i)
  })

  test('looks at what the customer wrote, not at what the company did, and then at the reply', async () => {
    const { drafted } = await ask([reply, passes], { fields })

    expect(drafted).toMatchObject({ reply: good.reply, calls: 1 })
    expect(model.calls[0]).toMatchObject({
      guardrailConfig: { guardrailIdentifier: 'gr1abc', guardrailVersion: '3' },
      messages: [
        {
          content: [
            { text: expect.stringContaining('within 30 days') },
            { guardContent: { text: { text: '<customer_message>How do I return a lamp?</customer_message>' } } },
          ],
        },
      ],
    })
    expect(model.paths[1]).toBe('/guardrail/gr1abc/version/3/apply')
    expect(model.calls[1]).toEqual({ source: 'OUTPUT', content: [{ text: { text: 'Within 30 days.' } }] })
  })

  test('that stops what was written is not asked again with the same words, nor is another model', async () => {
    const { drafted } = await ask([stopped, reply], { fields: { ...fields, fallbacks: [haiku] } })

    expect(drafted).toMatchObject({ reason: 'guardrail', spent: { calls: 1 } })
    expect(modelsAsked()).toEqual([nova])
  })

  test('that stops the reply leaves no draft, and no second one', async () => {
    const { drafted } = await ask([reply, stops], { fields })

    expect(drafted).toMatchObject({ reason: 'guardrail', spent: { calls: 1 } })
    expect(model.paths).toHaveLength(2)
  })

  test('that the account itself sets stops a turn as well', async () => {
    const { drafted } = await ask([stopped, reply])

    expect(drafted).toMatchObject({ reason: 'guardrail', spent: { calls: 1 } })
  })

  test('that does not answer lets nothing pass', async () => {
    const { drafted } = await ask([reply, down, reply, down], { fields })

    expect(drafted).toMatchObject({ reason: 'failed', spent: { calls: 2 } })
  })
})

test('a tier is asked for when the configuration names one, and none otherwise', async () => {
  await ask([reply])
  await ask([reply], { fields: { serviceTier: 'priority' } })

  expect(sent(0)).not.toContain('serviceTier')
  expect(model.calls[1]).toMatchObject({ serviceTier: { type: 'priority' } })
})

describe('sources', () => {
  const passages = [passageOf(), passageOf({ title: 'Delivery', url: 'https://help.example.com/delivery' })]
  const records = [{ tool: 'look_up_order', id: 'c-1', at: 1, why: 'asks', input: {}, result: { status: 'shipped' } }]
  const named = async (sources: unknown) => {
    const { drafted } = await ask([answerOf([called({ ...good, sources })], 'tool_use')], {
      asked: { passages, records },
    })
    return (drafted as { readonly sources: unknown }).sources
  }

  test.each([
    ['one', ['2'], { passages: [passages[1]], records: [] }],
    ['a number', [1], { passages: [passages[0]], records: [] }],
    ['a record', ['r1'], { passages: [], records }],
    ['one twice', ['1', ' 1 '], { passages: [passages[0]], records: [] }],
    ['what was not shown', ['3', 'r2', '0', '-1', '1.5', 'Delivery'], { passages: [], records: [] }],
    ['one beside what was not shown', ['9', '2'], { passages: [passages[1]], records: [] }],
    ['none', [], { passages: [], records: [] }],
    ['nothing', undefined, { passages: [], records: [] }],
  ])('that are %s are those of them that were shown', async (_, ids, sources) => {
    expect(await named(ids)).toEqual(sources)
  })

  test('are shown with the ids that they are named by', async () => {
    await named(['1'])

    expect(sent()).toContain('<passage id=\\"2\\" title=\\"Delivery\\"')
    expect(sent()).toContain('<record tool=\\"look_up_order\\" at=\\"1970-01-01T00:00:00.001Z\\" id=\\"r1\\"')
  })
})

describe('a reply in another language', () => {
  const german = 'Sie können die Lampe innerhalb von 30 Tagen zurückgeben, wenn sie nicht benutzt wurde.'
  const inGerman = answerOf([called({ ...good, reply: german })], 'tool_use')
  const asksInGerman = { messages: ['Wie kann ich die Lampe zurückgeben?'], language: 'de' }

  test('is asked for once more', async () => {
    const { drafted, events } = await ask([inGerman, reply])

    expect(drafted).toMatchObject({ reply: good.reply, calls: 2 })
    expect(events).toMatchObject([{ event: 'assistant.failed', cause: 'other-language' }])
  })

  test('twice is a person’s to answer', async () => {
    expect((await ask([inGerman])).drafted).toMatchObject({ reason: 'other-language', spent: { calls: 2 } })
  })

  test('is none to a customer who writes that language', async () => {
    expect((await ask([inGerman], { asked: asksInGerman })).drafted).toMatchObject({ reply: german, calls: 1 })
  })

  test('is let pass where the customer’s words tell no language', async () => {
    expect((await ask([inGerman], { asked: { messages: ['LX-200?'] } })).drafted).toMatchObject({ calls: 1 })
  })
})
