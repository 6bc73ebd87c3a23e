import type { SimulatedModel } from './simulated-cloud.ts'

const usage = { inputTokens: 1, outputTokens: 1, totalTokens: 2 }

/** A Converse answer that calls the reply tool. */
export const replyOf = (input: unknown): unknown => ({
  output: { message: { role: 'assistant', content: [{ toolUse: { toolUseId: 't-1', name: 'reply', input } }] } },
  stopReason: 'tool_use',
  usage,
  metrics: { latencyMs: 1 },
})

interface Converse {
  readonly messages: readonly { readonly content: readonly { readonly text?: string }[] }[]
}

/** Answers by saying what it was asked: one reply too many, or for somebody else, is seen. */
export const replyingModel: SimulatedModel = (request) => {
  const asked =
    (request as Converse).messages
      .at(-1)
      ?.content.map(({ text = '' }) => text)
      .join('\n') ?? ''
  const texts = [...asked.matchAll(/<customer_message>(.*?)<\/customer_message>/gs)].map(([, text = '']) => text)
  return replyOf({
    reply: `You asked: ${texts.join(' | ')}`,
    answered: true,
    wantsHuman: false,
    frustration: 0,
    distress: false,
    restatesEarlierQuestion: false,
    wish: 'An answer',
    ownTopics: [],
  })
}
