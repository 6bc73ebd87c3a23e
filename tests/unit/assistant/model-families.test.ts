import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { bedrockAssistant } from '#shared/assistant/bedrock-assistant.ts'
import { AssistantUnavailableError } from '#shared/assistant/errors.ts'
import type { BatonConfigInput } from '#shared/config/config.ts'
import { modelFamily } from '#shared/config/model-families.ts'
import { passageOf } from '#tests/support/fixed-knowledge.ts'
import { answerOf, called, thought, wrongCalls, wrongTexts, wrote } from '#tests/support/model-answers.ts'
import { calmSignals } from '#tests/support/scripted-assistant.ts'
import { type ModelAnswer, type StubModel, startStubModel } from '#tests/support/stub-model.ts'
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
const json = JSON.stringify(good)
const passages = [passageOf()]
const founded = { reply: good.reply, signals: calmSignals, sources: { passages } }

interface Sent {
  readonly system: readonly { readonly text?: string }[]
  readonly toolConfig?: {
    readonly toolChoice?: object
    readonly tools: readonly { readonly toolSpec: { strict?: true; inputSchema: { json: object } } }[]
  }
  readonly inferenceConfig: { readonly temperature?: number }
}

const ask = async (id: string, answers: readonly ModelAnswer[], fields: Partial<BatonConfigInput['model']> = {}) => {
  model.answers = answers
  const config = testConfig({ model: { id, temperature: 0, ...fields } })
  const assistant = bedrockAssistant({
    client: model.client,
    config,
    log: () => undefined,
    clock: Date.now,
    circuit: (call) => call(),
  })
  const asked = { threadId: 't', language: 'en', history: [], messages: ['How do I return a lamp?'], passages }
  const drafted = await assistant.draft(asked).catch((error: unknown) => error)
  return { drafted, sent: model.calls as Sent[] }
}

/** One id of each row of the table, with how its family is asked. */
const forced: readonly (readonly [id: string, temperature: number | undefined])[] = [
  ['us.amazon.nova-2-lite-v1:0', 0.00001],
  ['amazon.nova-micro-v1:0', 0.00001],
  ['anthropic.claude-3-haiku-20240307-v1:0', 0],
  ['us.anthropic.claude-3-5-haiku-20241022-v1:0', 0],
  ['us.anthropic.claude-3-7-sonnet-20250219-v1:0', 0],
  ['us.anthropic.claude-sonnet-4-20250514-v1:0', 0],
  ['us.anthropic.claude-opus-4-1-20250805-v1:0', 0],
  ['global.anthropic.claude-sonnet-4-5-20250929-v1:0', 0],
  ['us.anthropic.claude-haiku-4-5-20251001-v1:0', 0],
  ['us.anthropic.claude-opus-4-7', undefined],
  ['global.anthropic.claude-opus-5', undefined],
  ['mistral.mistral-large-2407-v1:0', 0],
  ['openai.gpt-oss-120b-1:0', 0],
  ['deepseek.v3-v1:0', 0],
]
const free: typeof forced = [
  ['global.anthropic.claude-opus-5-5', undefined],
  ['us.anthropic.claude-fable-5-1', undefined],
  ['us.meta.llama3-1-70b-instruct-v1:0', 0],
  ['us.meta.llama4-scout-17b-instruct-v1:0', 0],
  ['us.mistral.pixtral-large-2502-v1:0', 0],
  ['cohere.command-r-plus-v1:0', 0],
  ['qwen.qwen3-32b-v1:0', 0],
  ['ai21.jamba-1-5-mini-v1:0', 0],
  ['us.writer.palmyra-x5-v1:0', undefined],
]
const texting: typeof forced = [
  ['us.deepseek.r1-v1:0', 0],
  ['meta.llama3-70b-instruct-v1:0', 0],
  ['anthropic.claude-v2:1', 0],
]

describe.each(forced)('%s', (id, temperature) => {
  test('is made to call the tool, at the least temperature that it takes', async () => {
    const { drafted, sent } = await ask(id, [answerOf([thought, called(good)], 'tool_use')])

    expect(drafted).toMatchObject({ ...founded, model: id })
    expect(sent[0]?.toolConfig).toMatchObject({ toolChoice: { any: {} }, tools: [{ toolSpec: { name: 'reply' } }] })
    expect(sent[0]?.inferenceConfig.temperature).toBe(temperature)
  })

  test.each(Object.entries(wrongCalls(good)))('that gives %s has given no answer', async (_, answer) => {
    const { drafted } = await ask(id, [answer])

    expect(drafted).toMatchObject({ reason: 'malformed', spent: { calls: 2 } })
  })

  test('that writes the JSON instead of calling has not done what it was made to', async () => {
    const { drafted } = await ask(id, [answerOf([wrote(json)])])

    expect(drafted).toBeInstanceOf(AssistantUnavailableError)
  })
})

describe.each(free)('%s', (id, temperature) => {
  test('is offered the tool, and not made to call it', async () => {
    const { drafted, sent } = await ask(id, [answerOf([wrote('Let me see.'), called(good)], 'tool_use')])

    expect(drafted).toMatchObject(founded)
    expect(sent[0]?.toolConfig?.tools).toHaveLength(1)
    expect(sent[0]?.toolConfig?.toolChoice).toBeUndefined()
    expect(sent[0]?.inferenceConfig.temperature).toBe(temperature)
  })

  test.each([
    ['bare', json],
    ['with space around it', `\n ${json} \n`],
    ['in a fence', `\`\`\`json\n${json}\n\`\`\``],
    ['in a fence of no language', `\`\`\`\n${JSON.stringify(good, null, 2)}\n\`\`\``],
  ])('may write its input as JSON, %s', async (_, text) => {
    const { drafted } = await ask(id, [answerOf([thought, wrote(text)])])

    expect(drafted).toMatchObject(founded)
  })

  test.each(Object.entries({ ...wrongCalls(good), ...wrongTexts(good) }))(
    'that gives %s has given no answer',
    async (_, answer) => {
      const { drafted } = await ask(id, [answer])

      expect(drafted).toMatchObject({ reason: 'malformed', spent: { calls: 2 } })
    },
  )
})

describe.each(texting)('%s', (id, temperature) => {
  test('is offered no tool, and told the schema', async () => {
    const { drafted, sent } = await ask(id, [answerOf([thought, wrote(json)])])

    expect(drafted).toMatchObject(founded)
    expect(sent[0]?.toolConfig).toBeUndefined()
    expect(sent[0]?.system[0]?.text).toContain('"restatesEarlierQuestion":{"type":"boolean"')
    expect(sent[0]?.inferenceConfig.temperature).toBe(temperature)
  })

  test.each(Object.entries(wrongTexts(good)))('that gives %s has given no answer', async (_, answer) => {
    const { drafted } = await ask(id, [answer])

    expect(drafted).toMatchObject({ reason: 'malformed', spent: { calls: 2 } })
  })
})

test('twenty malformed forms and more are tried on each family', () => {
  expect(Object.keys(wrongCalls(good)).length).toBeGreaterThanOrEqual(20)
  expect(Object.keys(wrongTexts(good)).length).toBeGreaterThanOrEqual(20)
})

test.each(['amazon.titan-text-express-v1', 'mistral.mistral-7b-instruct-v0:2', 'cohere.command-text-v14'])(
  '%s takes no instructions',
  (id) => {
    expect(modelFamily(id).unusable).toBe(true)
  },
)

describe('a schema that the model is held to', () => {
  const haiku = 'us.anthropic.claude-haiku-4-5-20251001-v1:0'
  const schemaOf = ({ toolConfig }: Sent) => JSON.stringify(toolConfig?.tools[0]?.toolSpec)

  test('is closed and without bounds, which the service refuses', async () => {
    const { sent } = await ask(haiku, [answerOf([called(good)], 'tool_use')], { strict: true })

    expect(schemaOf(sent[0] as Sent)).toContain('"strict":true')
    expect(schemaOf(sent[0] as Sent)).toContain('"additionalProperties":false')
    expect(schemaOf(sent[0] as Sent)).not.toMatch(/"(minimum|maximum)"/)
  })

  test('is asked for only where the configuration asks for it', async () => {
    const { sent } = await ask(haiku, [answerOf([called(good)], 'tool_use')])

    expect(schemaOf(sent[0] as Sent)).not.toMatch(/strict|additionalProperties/)
    expect(schemaOf(sent[0] as Sent)).toContain('"minimum":0')
  })
})
