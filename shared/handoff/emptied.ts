import type { RecordPatch } from '../aws/record-patch.ts'
import type { Message } from '../thread/message.ts'
import type { Fired } from '../triggers/trigger.ts'
import type { Brief } from './brief.ts'
import type { Handoff } from './handoff.ts'
import type { HandoffPart, WrittenMessage } from './whose-words.ts'

/** What says who wrote, and what: all that makes a message more than a time and an author's kind. */
const wordsOfMessage = [
  ...(['attachments', 'evidence', 'deliveryCause', 'sentAt', 'channelMessageId', 'dedupeId'] as const),
] as const

/** Who of the company wrote is no secret of the customer's. */
export const emptiedMessage = ({ author }: Pick<WrittenMessage, 'author'>): RecordPatch<Message> => ({
  expect: {},
  set: { text: '', erased: true, author: author.kind === 'customer' ? { kind: 'customer' } : author },
  remove: wordsOfMessage,
})

/** What fired, without the words on which it did. */
export const wordless = ({ trigger, kind, topic, evidence }: Fired): Fired => ({
  trigger,
  kind,
  ...(topic !== undefined && { topic }),
  evidence: { score: evidence.score, threshold: evidence.threshold },
  reason: trigger,
})

export const emptiedHandoff = ({ trigger, fired }: Pick<HandoffPart, 'trigger' | 'fired'>): RecordPatch<Handoff> => ({
  expect: {},
  set: { reason: trigger, fired: fired.map(wordless) },
  remove: ['customerId', 'ruledBy', 'left'],
})

export const emptyBrief: Brief = { summary: '', customer: { verified: {}, verifications: [] }, records: [], tried: [] }

export const emptiedBrief: RecordPatch<Pick<Handoff, 'brief' | 'basis'>> = {
  expect: {},
  set: { brief: emptyBrief },
  remove: ['basis'],
}
