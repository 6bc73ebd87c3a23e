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

/** An outgoing message stands in a list of those that have not arrived. */
type ListedMessage = Message & { readonly listKey: string; readonly listSort: string }

/** Who of the company wrote is no secret of the customer's. What was still to be sent never arrives: nothing is left to send. */
export const emptiedMessage = ({
  author,
  delivery,
}: Pick<WrittenMessage, 'author' | 'delivery'>): RecordPatch<ListedMessage> => ({
  expect: {},
  set: {
    ...{ text: '', erased: true, author: author.kind === 'customer' ? { kind: 'customer' } : author },
    ...(delivery === 'pending' && { delivery: 'failed' }),
  },
  remove: [...wordsOfMessage, ...(delivery === 'pending' ? (['listKey', 'listSort'] as const) : [])],
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
