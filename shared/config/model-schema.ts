import { z } from 'zod'

const modelIdSchema = z
  .string()
  .regex(
    /^[a-z0-9-]+(\.[a-z0-9-]+)?\.[A-Za-z0-9][A-Za-z0-9.:-]*$/,
    'a Bedrock model or inference profile such as "us.amazon.nova-2-lite-v1:0"',
  )

export const guardrailSchema = z.strictObject({
  /** Its id, or its ARN where another account owns it. */
  id: z
    .string()
    .regex(
      /^([a-z0-9]+|arn:aws[a-z-]*:bedrock:[a-z0-9-]+:\d{12}:guardrail\/[a-z0-9]+)$/,
      'the id or the ARN of a guardrail such as "gr1abc2def3"',
    ),
  version: z.string().regex(/^([1-9]\d{0,7}|DRAFT)$/, 'a version such as "3", or "DRAFT"'),
})

/** Of the whole company in a day; beyond it people get the conversations that need a model. */
export const modelBudgetSchema = z.strictObject({
  callsPerDay: z.int().min(1).max(100_000_000).optional(),
  /** Those that it reads and those that it writes, cached ones too. */
  tokensPerDay: z.int().min(1_000).max(1_000_000_000_000).optional(),
  /** Where the day begins at midnight. */
  timeZone: z.string().default('UTC'),
})

export const modelSchema = z.strictObject({
  /** A Bedrock inference profile or model id, such as "us.amazon.nova-2-lite-v1:0". */
  id: modelIdSchema,
  /** Asked one after the other where the one before failed, in place of the same one again. */
  fallbacks: z.array(modelIdSchema).max(3).default([]),
  temperature: z.number().min(0).max(1).default(0.2),
  maxTokens: z.int().min(64).max(4096).default(700),
  /** One call may take this long; the customer waits for it. */
  callTimeoutSeconds: z.number().min(1).max(25).default(10),
  /** Everything the model may take in one turn, its one retry included; then a person gets it. */
  turnBudgetSeconds: z.number().min(2).max(30).default(22),
  /** Newest messages of the conversation that the model is shown. */
  historyMessages: z.int().min(0).max(40).default(12),
  /** Files that the model is shown beside text. Left out: what is known of its family, which for most is nothing. */
  reads: z.array(z.enum(['images', 'documents'])).optional(),
  /** Marks what stays the same of the prompt, for models that keep it and charge less for it. */
  cache: z.boolean().default(false),
  /** Has the model's family hold the reply to its schema; for families that are documented to. */
  strict: z.boolean().default(false),
  /** Of Amazon Bedrock: what the customer writes and what the assistant answers pass it. */
  guardrail: guardrailSchema.optional(),
  /** How soon Bedrock serves the calls, and for how much. Left out: as it does by itself. */
  serviceTier: z.enum(['default', 'priority', 'flex', 'reserved']).optional(),
  /** One sender's, on all threads together; the next message is handed off instead. An id that many people share is one sender. */
  callsPerSenderPerHour: z.int().min(1).max(10_000).default(60),
  /** The same within 24 hours of the first. */
  callsPerSenderPerDay: z.int().min(1).max(100_000).default(300),
  budget: modelBudgetSchema.optional(),
})
