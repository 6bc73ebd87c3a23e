/** The parts of Bedrock's Converse (restJson) that the stand-in reads and writes, in the service's own field names. */
export interface ConverseContent {
  readonly text?: string
  readonly guardContent?: { readonly text?: { readonly text: string } }
  readonly cachePoint?: { readonly type: string }
  readonly image?: { readonly format: string }
  readonly document?: { readonly format: string; readonly name: string }
  readonly toolUse?: { readonly toolUseId: string; readonly name: string; readonly input: unknown }
  readonly toolResult?: { readonly toolUseId: string; readonly content?: readonly { text?: string; json?: unknown }[] }
}

export interface ConverseMessage {
  readonly role: 'user' | 'assistant'
  readonly content: readonly ConverseContent[]
}

export interface ConverseTool {
  readonly name: string
  readonly description?: string
  readonly inputSchema: { readonly json: unknown }
}

export interface ConverseRequest {
  readonly modelId: string
  readonly system?: readonly { readonly text?: string }[]
  readonly messages: readonly ConverseMessage[]
  readonly toolConfig?: {
    readonly tools: readonly { readonly toolSpec?: ConverseTool }[]
    readonly toolChoice?: { readonly auto?: object; readonly any?: object; readonly tool?: { readonly name: string } }
  }
  readonly guardrailConfig?: { readonly guardrailIdentifier?: string; readonly guardrailVersion?: string }
  readonly inferenceConfig?: { readonly maxTokens?: number; readonly temperature?: number }
}

export type StopReason = 'end_turn' | 'tool_use' | 'max_tokens' | 'content_filtered' | 'guardrail_intervened'

export interface ConverseResponse {
  readonly output: { readonly message: ConverseMessage }
  readonly stopReason: StopReason
  readonly usage: { readonly inputTokens: number; readonly outputTokens: number; readonly totalTokens: number }
  readonly metrics: { readonly latencyMs: number }
}

/** English text averages about four characters to a token; nobody is billed by the stand-in. */
const charactersPerToken = 4
const tokens = (value: unknown): number => Math.ceil(JSON.stringify(value ?? '').length / charactersPerToken)

export const converseResponse = (
  request: ConverseRequest,
  content: readonly ConverseContent[],
  stopReason: StopReason,
): ConverseResponse => {
  const inputTokens = tokens([request.system, request.messages, request.toolConfig])
  const outputTokens = tokens(content)
  return {
    output: { message: { role: 'assistant', content } },
    stopReason,
    usage: { inputTokens, outputTokens, totalTokens: inputTokens + outputTokens },
    metrics: { latencyMs: 1 },
  }
}

/** The tool a model would be made to use: the one chosen, else `reply`, else the first; none without tools. */
export const chosenTool = (request: ConverseRequest): ConverseTool | undefined => {
  const tools = (request.toolConfig?.tools ?? []).flatMap(({ toolSpec }) => (toolSpec ? [toolSpec] : []))
  const wanted = request.toolConfig?.toolChoice?.tool?.name ?? 'reply'
  return tools.find(({ name }) => name === wanted) ?? tools[0]
}

const textOf = ({ content }: ConverseMessage): string =>
  content.map(({ text, guardContent }) => text ?? guardContent?.text?.text ?? '').join('\n')

const faultOf = (
  message: ConverseMessage,
  index: number,
  previous: ConverseMessage | undefined,
): string | undefined => {
  if (!message.content?.length) return `The content field in the Message object at messages.${index} is empty.`
  if (message.role === previous?.role) return 'A conversation must alternate between user and assistant roles.'
  if (message.content.some(({ text }) => text?.trim() === ''))
    return `The text field in the ContentBlock object at messages.${index} is blank.`
  if (message.content.some(({ document }) => document) && !message.content.some(({ text }) => text))
    return `The document at messages.${index} needs a text beside it.`
  return undefined
}

/** What Bedrock answers with a ValidationException, so that a wrong request fails here as it would there. */
export const whyInvalid = ({ messages, toolConfig }: ConverseRequest): string | undefined => {
  if (!messages?.length) return 'A conversation must have at least one message.'
  if (messages[0]?.role !== 'user') return 'A conversation must start with a user message.'
  if (messages.at(-1)?.role !== 'user') return 'A conversation must end with a user message.'
  if (toolConfig && !toolConfig.tools?.length) return 'toolConfig.tools must have at least one tool.'
  return messages
    .map((message, index) => faultOf(message, index, messages[index - 1]))
    .find((fault) => fault !== undefined)
}

/** How many pictures and documents stand beside the last message. */
export const filesBeside = ({ messages }: ConverseRequest): number =>
  (messages.at(-1)?.content ?? []).filter(({ image, document }) => image ?? document).length

export const userTexts = (request: ConverseRequest): string[] =>
  request.messages.filter(({ role }) => role === 'user').map(textOf)

export const systemText = (request: ConverseRequest): string =>
  (request.system ?? []).map(({ text }) => text ?? '').join('\n')
