import type { SimulatedModel } from './simulated-cloud.ts'

const usage = { inputTokens: 1, outputTokens: 1, totalTokens: 2 }

/** A Converse answer that calls a tool. */
const callOf = (name: string, input: unknown): unknown => ({
  output: { message: { role: 'assistant', content: [{ toolUse: { toolUseId: 't-1', name, input } }] } },
  stopReason: 'tool_use',
  usage,
  metrics: { latencyMs: 1 },
})

/** One that calls the reply tool. */
export const replyOf = (input: unknown): unknown => callOf('reply', input)

interface Converse {
  readonly messages: readonly { readonly content: readonly { readonly text?: string }[] }[]
}

interface Offer {
  readonly toolConfig?: { readonly tools: readonly { readonly toolSpec: { readonly name: string } }[] }
}

const wishes: readonly (readonly [words: RegExp, tool: string])[] = [
  [/my order\b.*?\((?<order>\d+)\)/, 'look_up_order'],
  [/my parcel\b.*?\((?<order>\d+)\)/, 'hold_parcel'],
]

/** What it would have looked up and was not told yet; a customer of its choice is never missing. */
const wantedCall = (request: unknown, asked: string, texts: readonly string[]): unknown => {
  const offered = (request as Offer).toolConfig?.tools.map(({ toolSpec: { name } }) => name) ?? []
  for (const [words, name] of wishes) {
    const order = words.exec(texts.join('\n'))?.groups?.order
    const isTold = asked.includes(`<record tool="${name}"`) && asked.includes(`"order":"${order}"`)
    if (!order || isTold || !offered.includes(name)) continue
    const input = { order, why: 'asked', customer: { id: 'customer-bob' }, customerId: 'customer-bob' }
    return callOf(name, input)
  }
  return undefined
}

/** Answers by saying what it was asked: one reply too many, or for somebody else, is seen. */
export const replyingModel: SimulatedModel = (request) => {
  const asked =
    (request as Converse).messages
      .at(-1)
      ?.content.map(({ text = '' }) => text)
      .join('\n') ?? ''
  const sources = [...asked.matchAll(/<passage id="(\d+)"/g)].map(([, id = '']) => id)
  const texts = [...asked.matchAll(/<customer_message>(.*?)<\/customer_message>/gs)].map(([, text = '']) => text)
  const wanted = wantedCall(request, asked, texts)
  if (wanted !== undefined) return wanted
  return replyOf({
    reply: `You asked: ${texts.join(' | ')}`,
    sources,
    answered: true,
    wantsHuman: false,
    frustration: 0,
    distress: false,
    restatesEarlierQuestion: false,
    wish: 'An answer',
    ownTopics: [],
  })
}
