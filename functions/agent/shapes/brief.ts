import * as z from 'zod/mini'
import type { BriefCustomer, BriefRecord, Tried } from '#shared/handoff/brief.ts'
import type { Handoff } from '#shared/handoff/handoff.ts'
import { stillClaimed } from '#shared/handoff/still-claimed.ts'
import { summaryNow } from '#shared/handoff/summary.ts'
import type { Message } from '#shared/thread/message.ts'
import { receiptOf } from '#shared/thread/transcript.ts'
import { timeOf, timeSchema } from './fields.ts'

export const receiptSchema = z.object({ messages: z.int(), messageIds: z.array(z.string()) })

export const briefSchema = z.object({
  /** What the customer wants, in one or two sentences. */
  summary: z.string(),
  customer: z.object({
    id: z.optional(z.string()),
    name: z.optional(z.string()),
    tier: z.optional(z.string()),
    account: z.optional(z.string()),
    /** Identities that the company vouches for, such as an e-mail address; nothing else about the customer is proven. */
    verified: z.record(z.string(), z.string()),
    /** What they say of themselves, and nobody verified. */
    claims: z.optional(
      z.array(z.object({ what: z.string(), value: z.string(), messageId: z.string(), at: timeSchema })),
    ),
    /** Each with who vouches for it, how, and when it was vouched for last; the newest first. */
    verifications: z.array(
      z.object({
        what: z.string(),
        value: z.string(),
        how: z.enum(['channel', 'company', 'token', 'resolver']),
        by: z.string(),
        at: timeSchema,
      }),
    ),
    /** `channel`: the name is as whoever writes chose it, and verified by nobody. */
    nameFrom: z.optional(z.enum(['profile', 'channel'])),
  }),
  records: z.array(
    z.object({
      source: z.string(),
      fetchedAt: timeSchema,
      fields: z.record(z.string(), z.unknown()),
      /** Of a company's tool: what the assistant called it for, and what it asked. */
      why: z.optional(z.string()),
      input: z.optional(z.record(z.string(), z.unknown())),
      /** Why there are no fields. */
      failure: z.optional(z.string()),
    }),
  ),
  tried: z.array(
    z.object({
      action: z.enum(['offered-article', 'found-article', 'answered', 'called-tool']),
      title: z.string(),
      url: z.optional(z.string()),
      confidence: z.optional(z.number()),
      /** The answer rests on it, by the assistant's own word. */
      used: z.optional(z.literal(true)),
      at: timeSchema,
    }),
  ),
  /** How many messages were stored, and the ids of those delivered with this answer: as many, or something is missing. */
  receipt: z.optional(receiptSchema),
})
export type BriefView = z.infer<typeof briefSchema>

const recordView = ({ fetchedAt, fields, input, ...rest }: BriefRecord) => ({
  ...rest,
  fetchedAt: timeOf(fetchedAt),
  fields: { ...fields },
  ...(input && { input: { ...input } }),
})
const triedView = ({ at, ...tried }: Tried) => ({ ...tried, at: timeOf(at) })

/** Briefs of before have no provenance. */
const customerView = ({ claims = [], verifications = [], ...customer }: BriefCustomer): BriefView['customer'] => ({
  ...customer,
  verified: { ...customer.verified },
  verifications: verifications.map((one) => ({ ...one, at: timeOf(one.at) })),
  ...(claims.length > 0 && { claims: claims.map(({ at, ...claim }) => ({ ...claim, at: timeOf(at) })) }),
})

/** The conversation's messages in the same answer, and how many were stored. */
export interface Delivered {
  readonly messages: readonly Message[]
  readonly stored: number
  /** With what was vouched for since the brief was written. @default as it was written */
  readonly customer?: BriefCustomer
}

export const briefView = ({ brief, openedAt }: Handoff, delivered: Delivered | undefined): BriefView => {
  const { summary, records, tried } = brief
  const { customer = brief.customer } = delivered ?? {}
  const receipt = delivered && receiptOf(delivered.messages, delivered.stored)
  return {
    summary: delivered ? summaryNow(summary, openedAt, delivered.messages) : summary,
    customer: customerView({ ...customer, claims: stillClaimed(customer) }),
    records: records.map(recordView),
    tried: tried.map(triedView),
    ...(receipt && { receipt: { messages: receipt.messages, messageIds: [...receipt.messageIds] } }),
  }
}
