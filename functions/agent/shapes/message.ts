import * as z from 'zod/mini'
import { storedAttachmentSchema } from '#shared/attachment/stored-attachment.ts'
import type { Message, ReplyEvidence } from '#shared/thread/message.ts'
import { timeOf, timeSchema } from './fields.ts'

const offeredSchema = z.object({
  title: z.string(),
  url: z.string(),
  confidence: z.number(),
  /** The answer rests on it, by the assistant's own word; the others were offered to it only. */
  used: z.optional(z.literal(true)),
})

const attachmentSchema = z.extend(storedAttachmentSchema, {
  /** Where a copy is kept: the path of this API that gives a link to it. */
  link: z.optional(z.string()),
})

export const messageSchema = z.object({
  id: z.string(),
  conversationId: z.string(),
  at: timeSchema,
  /** Of a customer's message, as its channel tells: one that was held up arrived, `at`, only later. */
  sentAt: z.optional(timeSchema),
  author: z.object({
    kind: z.enum(['customer', 'assistant', 'agent', 'system']),
    name: z.optional(z.string()),
    /** Of an agent. */
    id: z.optional(z.string()),
  }),
  text: z.string(),
  /** Only where the whole conversation would not fit into one answer: the length of the text that this is the beginning of. */
  cutFrom: z.optional(z.int()),
  /**
   * Of messages to the customer: on its way, taken by the channel, or refused for good; and, where the channel tells,
   * arrived or read.
   */
  delivery: z.optional(z.enum(['pending', 'sent', 'delivered', 'read', 'failed'])),
  deliveryCause: z.optional(z.string()),
  /** A note among agents: never sent to the customer. */
  internal: z.optional(z.literal(true)),
  /** Its words are gone: whoever wrote them, or was told them, was erased. */
  erased: z.optional(z.literal(true)),
  attachments: z.optional(z.array(attachmentSchema)),
  /** What the assistant had in hand when it wrote. */
  evidence: z.optional(
    z.object({
      passages: z.array(offeredSchema),
      wish: z.optional(z.string()),
      topic: z.optional(z.string()),
      /** Tools whose records, shown in the brief, the answer rests on. */
      usedTools: z.optional(z.array(z.string())),
    }),
  ),
})
export type MessageView = z.infer<typeof messageSchema>

const attachmentViews = ({ conversationId, id, attachments = [] }: Message): z.infer<typeof attachmentSchema>[] =>
  attachments.map((attachment, index) => {
    const link = `/conversations/${conversationId}/attachments/${encodeURIComponent(id)}/${index}`
    return attachment.kept ? { ...attachment, link } : attachment
  })

/** Records stand in the brief, once. */
const evidenceView = ({ records, passages, usedTools, ...rest }: ReplyEvidence) => ({
  ...rest,
  ...(usedTools && { usedTools: [...usedTools] }),
  passages: [...passages],
})

export const messageView = (message: Message): MessageView => {
  const { id, conversationId, at, sentAt, author, text, delivery, deliveryCause, internal, attachments, evidence } =
    message
  const { kind, name } = author
  return {
    id,
    conversationId,
    at: timeOf(at),
    ...(sentAt !== undefined && { sentAt: timeOf(sentAt) }),
    author: {
      kind,
      ...(name !== undefined && { name }),
      ...(kind === 'agent' && author.id !== undefined && { id: author.id }),
    },
    text,
    ...(delivery && { delivery }),
    ...(deliveryCause !== undefined && { deliveryCause }),
    ...(internal && { internal }),
    ...(attachments && { attachments: attachmentViews(message) }),
    ...(evidence && { evidence: evidenceView(evidence) }),
  }
}

/** A function answers with 6 MB at most; what stands around the messages needs some of it. */
export const answerLimitBytes = 4 * 1024 * 1024

const cutTo =
  (most: number) =>
  (view: MessageView): MessageView =>
    view.text.length <= most
      ? view
      : { ...view, text: view.text.slice(0, most).toWellFormed(), cutFrom: view.text.length }

/** All of a conversation's messages: rather each long one cut than an answer that nobody gets. */
export const messageViews = (messages: readonly Message[]): MessageView[] => {
  const whole = messages.map(messageView)
  let views = whole
  let most = Math.max(0, ...whole.map(({ text }) => text.length))
  while (most > 1 && Buffer.byteLength(JSON.stringify(views)) > answerLimitBytes) {
    most = Math.floor(most / 2)
    views = whole.map(cutTo(most))
  }
  return views
}
