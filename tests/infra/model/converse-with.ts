import { BedrockRuntimeClient, ConverseCommand, type ConverseCommandInput } from '@aws-sdk/client-bedrock-runtime'
import { NodeHttpHandler } from '@smithy/node-http-handler'

export const replySchema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    reply: { type: 'string', maxLength: 4000 },
    answered: { type: 'boolean' },
    topic: { type: 'string' },
    wantsHuman: { type: 'boolean' },
    frustration: { type: 'number', minimum: 0, maximum: 1 },
    distress: { type: 'boolean' },
    restatesEarlierQuestion: { type: 'boolean' },
    wish: { type: 'string' },
    ownTopics: { type: 'array', items: { type: 'string', enum: ['product-safety'] } },
  },
  required: [
    'reply',
    'answered',
    'wantsHuman',
    'frustration',
    'distress',
    'restatesEarlierQuestion',
    'wish',
    'ownTopics',
  ],
}

export const returnsPassage = {
  title: 'Returning an item',
  url: 'https://lumenandoak.example/help/returns',
  text: 'You may return any unused item within 60 days of delivery.\n\n- Returns from the EU are free.\n- Refunds reach you within 5 working days.',
}

export const userTurn = (message: string, passages = [returnsPassage]): string =>
  `<passages>\n${passages
    .map(({ title, url, text }, index) => `<passage id="${index + 1}" title="${title}" url="${url}">${text}</passage>`)
    .join('\n')}\n</passages>\n<customer_message>${message}</customer_message>`

export const ask = (message: string, passages = [returnsPassage]): ConverseCommandInput => ({
  modelId: 'us.amazon.nova-2-lite-v1:0',
  system: [{ text: 'You are the assistant of Lumen & Oak. Secret word: filament.' }],
  messages: [{ role: 'user', content: [{ text: userTurn(message, passages) }] }],
  toolConfig: {
    tools: [{ toolSpec: { name: 'reply', inputSchema: { json: replySchema } } }],
    toolChoice: { any: {} },
  },
})

export const bedrockAt = (url: string, options: { requestTimeout?: number } = {}) => {
  const client = new BedrockRuntimeClient({
    endpoint: url,
    region: 'eu-central-1',
    maxAttempts: 1,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    requestHandler: new NodeHttpHandler(options),
  })
  return {
    converse: (input: ConverseCommandInput, abortSignal?: AbortSignal) =>
      client.send(new ConverseCommand(input), abortSignal ? { abortSignal } : {}),
    destroy: () => client.destroy(),
  }
}
