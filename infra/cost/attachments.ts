import { linkSeconds } from '#shared/attachment/attachment-link.ts'
import { keptFor, type Retention } from '#shared/config/kept-for.ts'
import { attachmentMs } from './durations.ts'
import { type DoorUsage, noUsage } from './load/usage.ts'
import { dollars } from './price-list.ts'
import { infrastructureCosts } from './service-costs.ts'
import type { TemplateFacts } from './template-facts.ts'

/** What the figures are for: a picture as a messenger sends it, looked at twice. Assumed, not measured. */
export const averageAttachment = { bytes: 300_000, openings: 2 } as const

/** What a link's door does: it reads the thread, its handoffs and its conversations, and asks S3 nothing. */
const oneLink: DoorUsage = {
  ...noUsage,
  invocations: 1,
  httpRequests: 1,
  calls: { 'dynamodb Query': 4 },
  readUnits: 8,
  logLines: 1,
  logBytes: 200,
  sentBytes: 2_000,
}

/** Dollars per 1,000 attachments. */
export interface AttachmentCosts {
  /** The turn waits for the provider and for S3, and one file is written. */
  readonly kept: number
  /** Each month that they stay. */
  readonly month: number
  /** How many that are; 0 is for good. */
  readonly months: number
  /** A link of the agent API, a read of the file, and its way to the agent. */
  readonly opened: number
}

/** What attachments add; a conversation without any has none of it. */
export const attachmentCosts = (facts: TemplateFacts, retention: Retention): AttachmentCosts => {
  const memory = facts.memory.TakeTurn ?? 128
  const waiting = ((attachmentMs.fetch + attachmentMs.put) / 1_000) * (memory / 1_024)
  const gigabytes = averageAttachment.bytes / 1e9
  const link = infrastructureCosts({ AgentApi: oneLink }, facts, 0).AgentApi
  const linkDollars = Object.values(link ?? {}).reduce((sum, one) => sum + one, 0)
  return {
    kept: 1_000 * (dollars('lambdaGigabyteSecond', waiting) + dollars('filePut', 1)),
    month: 1_000 * dollars('fileStorage', gigabytes),
    months: keptFor(retention).attachmentDays / 30,
    opened: 1_000 * (linkDollars + dollars('fileGet', 1) + dollars('dataOut', gigabytes)),
  }
}

const money = (amount: number) => `$${amount.toFixed(4)}`

const monthsWords = (months: number) => (months > 0 ? `which are ${Math.round(months)}` : 'for good')

/** A page's lines about them. */
export const attachmentText = ({ kept, month, months, opened }: AttachmentCosts): string => {
  const { bytes, openings } = averageAttachment
  const first = kept + month + openings * opened
  return [
    `of ${bytes / 1_000} KB each: ${money(kept)} to fetch and keep, ${money(month)} for each month of config.retention.attachmentDays, ${monthsWords(months)},`,
    `${money(opened)} to be opened once by a link of ${linkSeconds / 60} minutes; kept a month and opened ${openings} times, ${money(first)}`,
  ].join('\n')
}
