import type { ModelAnswer } from './stub-model.ts'

type Blocks = readonly object[]

/** A Converse answer around these blocks. */
export const answerOf = (content: Blocks, stopReason = 'end_turn', more: object = {}): ModelAnswer => ({
  body: {
    output: { message: { role: 'assistant', content } },
    stopReason,
    usage: { inputTokens: 900, outputTokens: 80, totalTokens: 980 },
    metrics: { latencyMs: 1 },
    ...more,
  },
})

export const called = (input: unknown, name = 'reply') => ({ toolUse: { toolUseId: 'tooluse_1', name, input } })
export const wrote = (text: string) => ({ text })
/** What models that think first put before their answer. */
export const thought = { reasoningContent: { reasoningText: { text: 'The passage says so.' } } }

const without = (good: object, name: string) => Object.fromEntries(Object.entries(good).filter(([key]) => key !== name))

/** Inputs that are no reply, whatever carries them. */
const wrongInputs = (good: object): Readonly<Record<string, unknown>> => ({
  'no object': 'yes',
  nothing: null,
  'an empty object': {},
  'a list': [good],
  'the object in another': { reply: good },
  'the object in its name': { name: 'reply', parameters: good },
  'no reply': without(good, 'reply'),
  'an empty reply': { ...good, reply: ' ' },
  'a reply that is none': { ...good, reply: { text: 'Within 30 days.' } },
  'an endless reply': { ...good, reply: 'x'.repeat(6_001) },
  'no word on whether it answers': without(good, 'answered'),
  'a word instead of yes': { ...good, answered: 'yes' },
  'a share above one': { ...good, frustration: 3 },
  'a share that is a word': { ...good, frustration: 'low' },
  'a topic that is a list': { ...good, topic: ['legal'] },
  'an endless wish': { ...good, wish: 'x'.repeat(301) },
  'own topics that are a word': { ...good, ownTopics: 'none' },
  'sources that are a word': { ...good, sources: '1' },
  'sources that are objects': { ...good, sources: [{ id: 1 }] },
})

/** Answers that are no reply, as models have given them, for a family that calls the tool. */
export const wrongCalls = (good: object): Readonly<Record<string, ModelAnswer>> => ({
  ...Object.fromEntries(
    Object.entries(wrongInputs(good)).map(([name, input]) => [name, answerOf([called(input)], 'tool_use')]),
  ),
  'another tool': answerOf([called(good, 'run_shell')], 'tool_use'),
  'only thoughts': answerOf([thought]),
  'a cut call': answerOf([called({})], 'max_tokens'),
  'no content': answerOf([]),
  'no message': { body: { stopReason: 'end_turn' } },
  'a call that the service could not read': answerOf([], 'malformed_tool_use'),
  chat: answerOf([wrote('You have 30 days.')]),
})

/** The same as text, and what only a text can be. */
export const wrongTexts = (good: object): Readonly<Record<string, ModelAnswer>> => {
  const json = JSON.stringify(good)
  const texts = {
    chat: 'You have 30 days.',
    'chat before it': `Here you are:\n${json}`,
    'chat after it': `${json}\nAnything else?`,
    'half of it': json.slice(0, -10),
    'two of them': `${json}\n${json}`,
    'a fence that is not closed': `\`\`\`json\n${json}`,
    'words around a fence': `Sure!\n\`\`\`json\n${json}\n\`\`\``,
    'single quotes': json.replaceAll('"', "'"),
    'a comma too many': json.replace(/\}$/, ',}'),
    'a call in words': `<|python_tag|>reply(${json})`,
    'it in a text': JSON.stringify(json),
  }
  return {
    ...Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, answerOf([wrote(text)])])),
    ...Object.fromEntries(
      Object.entries(wrongInputs(good)).map(([name, input]) => [
        `${name}, written`,
        answerOf([wrote(JSON.stringify(input))]),
      ]),
    ),
  }
}
