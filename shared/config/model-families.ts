/** How the reply is asked for: a tool that has to be called, one that may be called, or JSON in the text. */
export type ReplyForm = 'any' | 'auto' | 'text'

export interface ModelFamily {
  readonly name: string
  readonly reply: ReplyForm
  /** The least `temperature` that it takes; undefined: it refuses the field. */
  readonly leastTemperature: number | undefined
  /** Tokens from which a prompt is cached; undefined: it takes no cache point. */
  readonly cachedFrom?: number
  /** Whether it is documented to hold a tool's input to its schema. */
  readonly strict?: true
  /** Takes no system prompt, so it cannot be told what to do. */
  readonly unusable?: true
}

const nearlyZero = 0.00001

/**
 * By the beginning of the model's id; the first that fits counts. Nothing here was tried on AWS. From its documentation:
 * Converse's supported features (tools and system prompts), API_runtime_ToolChoice (Nova and Claude may be made to call),
 * prompt-caching (fields, and 1,000, 1,024 or 2,048 tokens), structured-output (`strict`). From those who called the
 * models: langchain-ai/langchain-aws 620 and 627 (Llama: `auto` alone), 1261 (DeepSeek V3), 1273 and 1274 (Claude Fable),
 * 1278 (gpt-oss), vercel/ai 21364 (Claude Opus 5.5), promptfoo/promptfoo 8763 and 10307 (no temperature from Claude Opus
 * 4.7 on), anthropic-sdk-python 1194 (4,096 tokens). Nova takes no temperature of zero.
 */
const families: readonly (readonly [id: RegExp, family: ModelFamily])[] = [
  [/^amazon\.nova-/, { name: 'Amazon Nova', reply: 'any', leastTemperature: nearlyZero, cachedFrom: 1_000 }],
  [/^amazon\.titan-/, { name: 'Amazon Titan', reply: 'text', leastTemperature: 0, unusable: true }],
  [/^anthropic\.claude-(v2|instant)/, { name: 'Claude 2', reply: 'text', leastTemperature: 0 }],
  [/^anthropic\.claude-3-(5-)?haiku/, { name: 'Claude Haiku 3', reply: 'any', leastTemperature: 0, cachedFrom: 2_048 }],
  [
    /^anthropic\.claude-(3-|(sonnet|opus)-4-(\d{8}|1-)|sonnet-4-6)/,
    { name: 'Claude 3 and 4', reply: 'any', leastTemperature: 0, cachedFrom: 1_024 },
  ],
  [
    /^anthropic\.claude-sonnet-4-5/,
    { name: 'Claude Sonnet 4.5', reply: 'any', leastTemperature: 0, cachedFrom: 1_024, strict: true },
  ],
  [
    /^anthropic\.claude-(haiku-4-5|opus-4-[56])/,
    { name: 'Claude 4.5', reply: 'any', leastTemperature: 0, cachedFrom: 4_096, strict: true },
  ],
  [
    /^anthropic\.claude-(opus-4-[78]|(opus|sonnet)-5(?!-\d))/,
    { name: 'Claude 5', reply: 'any', leastTemperature: undefined, cachedFrom: 4_096 },
  ],
  // Fable, Mythos, Opus 5.5 and whatever comes after them: they refuse to be made to call.
  [/^anthropic\./, { name: 'Claude', reply: 'auto', leastTemperature: undefined, cachedFrom: 4_096 }],
  [/^meta\.llama(3-1|3-2-(11|90)b|3-3|4)-/, { name: 'Llama', reply: 'auto', leastTemperature: 0 }],
  [/^meta\./, { name: 'Llama 3', reply: 'text', leastTemperature: 0 }],
  [/^mistral\.mi(stral-7b|xtral-)/, { name: 'Mistral Instruct', reply: 'text', leastTemperature: 0, unusable: true }],
  [/^mistral\.mistral-large-/, { name: 'Mistral Large', reply: 'any', leastTemperature: 0 }],
  [/^mistral\./, { name: 'Mistral', reply: 'auto', leastTemperature: 0 }],
  [/^cohere\.command-r-/, { name: 'Command R', reply: 'auto', leastTemperature: 0 }],
  [/^cohere\./, { name: 'Command', reply: 'text', leastTemperature: 0, unusable: true }],
  [/^openai\.gpt-oss-/, { name: 'gpt-oss', reply: 'any', leastTemperature: 0 }],
  [/^deepseek\.r1/, { name: 'DeepSeek R1', reply: 'text', leastTemperature: 0 }],
  [/^deepseek\.v3/, { name: 'DeepSeek V3', reply: 'any', leastTemperature: 0 }],
  [/^qwen\./, { name: 'Qwen', reply: 'auto', leastTemperature: 0 }],
  [/^ai21\.jamba-1-5/, { name: 'Jamba', reply: 'auto', leastTemperature: 0 }],
]

/** A field that is left out is refused by nobody. */
const unknown: ModelFamily = { name: 'unknown', reply: 'auto', leastTemperature: undefined }

const geography = /^(us|eu|apac|jp|au|ca|us-gov|global)\./

/** What is known of a model by its id, an inference profile's or its own. */
export const modelFamily = (id: string): ModelFamily => {
  const model = id.replace(geography, '')
  return families.find(([beginning]) => beginning.test(model))?.[1] ?? unknown
}

/** All that the configuration may have called, the first first. */
export const modelIds = ({ id, fallbacks }: { readonly id: string; readonly fallbacks: readonly string[] }) => [
  id,
  ...fallbacks,
]
