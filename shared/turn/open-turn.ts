import { type KeptFiles, nothingKept } from '../attachment/keep-attachments.ts'
import type { StoredAttachment } from '../attachment/stored-attachment.ts'
import { messageIdOf } from '../channel/address.ts'
import type { InboundMessage } from '../channel/inbound-message.ts'
import type { BatonConfig } from '../config/config.ts'
import { customerIdOf } from '../customer/customer-id.ts'
import { detectLanguage } from '../thread/detect-language.ts'
import type { Message } from '../thread/message.ts'
import type { ThreadSnapshot } from '../thread/thread-reader.ts'
import {
  type Claimed,
  conversationIdOf,
  lastSenderOf,
  type ThreadState,
  type Waiting,
  type WithAssistant,
} from '../thread/thread-state.ts'
import { silenceTimer, unansweredTimer } from '../thread/timer.ts'
import { deliveryMarks } from './delivery-marks.ts'
import type { OpenTurn } from './turn.ts'
import type { Who } from './who-writes.ts'

export interface OpeningFacts {
  readonly threadId: string
  readonly snapshot: ThreadSnapshot
  /** At least one, oldest first, none of them stored before. */
  readonly fresh: readonly [InboundMessage, ...InboundMessage[]]
  readonly who: Who
  readonly config: Pick<BatonConfig, 'idle' | 'company'>
  readonly now: number
  /** What became of the files that came along. @default nobody fetched any */
  readonly files?: KeptFiles
}

/** What came along as it is kept; as it arrived where nobody fetches it. */
const attachmentsOf = (inbound: InboundMessage, id: string, files = nothingKept): readonly StoredAttachment[] =>
  files.attachments.get(id) ?? inbound.message.attachments

const messageOf = (
  inbound: InboundMessage,
  thread: WithAssistant | Waiting | Claimed,
  at: number,
  attachments: readonly StoredAttachment[],
): Message => ({
  threadId: thread.threadId,
  id: messageIdOf(inbound),
  conversationId: thread.conversationId,
  at,
  author: {
    kind: 'customer',
    id: customerIdOf(inbound.address, inbound.sender.id),
    ...(inbound.sender.name !== undefined && { name: inbound.sender.name }),
  },
  text: inbound.message.text,
  ...(inbound.message.sentAt !== undefined && { sentAt: inbound.message.sentAt }),
  channelMessageId: inbound.message.id,
  dedupeId: inbound.dedupeId,
  ...(attachments.length > 0 && { attachments }),
})

/**
 * A new conversation on this thread; the first message's arrival is its `startedAt`, for good. A record is found by it,
 * so a message that was held up does not begin where the conversation before it began.
 */
const begin = ({ threadId, snapshot, fresh, now }: OpeningFacts): WithAssistant => {
  const { state } = snapshot
  const conversation = (state?.conversation ?? 0) + 1
  const startedAt = Math.max(Math.min(fresh[0].receivedAt, now), (state?.startedAt ?? 0) + 1)
  return {
    threadId,
    address: fresh[0].address,
    status: 'assistant',
    epoch: (state?.epoch ?? 0) + 1,
    lastMessageAt: state?.lastMessageAt ?? 0,
    conversation,
    conversationId: conversationIdOf(threadId, conversation),
    startedAt,
    messages: 0,
    handoffs: state?.handoffs ?? 0,
    assistantSince: startedAt,
    lastCustomerAt: startedAt,
    attemptId: '',
    ...(state?.lastOutgoing && { lastOutgoing: state.lastOutgoing }),
    ...(state?.language !== undefined && { language: state.language }),
    ...(state?.marksUntil !== undefined && { marksUntil: state.marksUntil }),
    ...(state?.modelCalls && { modelCalls: state.modelCalls }),
    ...(state?.dayCalls && { dayCalls: state.dayCalls }),
  }
}

/** The timer that keeps the conversation from being forgotten; for those that wait it was set when they began to. */
const timerOf = (thread: ThreadState, at: number, idle: BatonConfig['idle']): { timerAt?: number } => {
  if (thread.status === 'assistant') return { timerAt: silenceTimer(at, idle) }
  if (thread.status !== 'claimed' || thread.acceptedAt === undefined) return {}
  const answered = (thread.lastAgentAt ?? 0) >= thread.lastCustomerAt
  return { timerAt: answered || thread.timerAt === undefined ? unansweredTimer(at, idle) : thread.timerAt }
}

/** Opens the conversation if none is open, and puts the new messages in their order into it. */
export const openTurn = (facts: OpeningFacts): OpenTurn => {
  const { snapshot, fresh, config, now, files } = facts
  const { customer, spent, senderId, customerId, vouchings } = facts.who
  const { state } = snapshot
  const open = state === undefined || state.status === 'closed' ? begin(facts) : state
  let at = open.lastMessageAt
  const added = fresh.map((inbound) => {
    at = Math.max(inbound.receivedAt, at + 1)
    return messageOf(inbound, open, at, attachmentsOf(inbound, messageIdOf(inbound), files))
  })
  const last = fresh[fresh.length - 1] ?? fresh[0]
  const { sender } = last
  const text = fresh.map(({ message }) => message.text).join('\n')
  const spoken = open.language ?? customer?.language ?? sender.locale ?? config.company.language
  const language = detectLanguage(text, spoken) ?? spoken
  const name = customer?.name ?? sender.name ?? (lastSenderOf(open) === senderId ? open.customerName : undefined)

  const cameWith = new Set(added.flatMap(({ attachments = [] }) => attachments))
  const { marks, marksUntil } = deliveryMarks(snapshot, added, now)

  const { customerName, senderId: _, vouchings: __, ...rest } = open
  return {
    before: state,
    thread: {
      ...rest,
      lastMessageAt: at,
      lastCustomerAt: at,
      messages: open.messages + added.length,
      customerId,
      ...(senderId !== customerId && { senderId }),
      ...(vouchings.length > 0 && { vouchings }),
      language,
      ...(name !== undefined && { customerName: name }),
      ...(marksUntil !== undefined && { marksUntil }),
      ...timerOf(open, at, config.idle),
    },
    history: snapshot.messages.filter(({ conversationId }) => conversationId === open.conversationId),
    added,
    shown: (files?.shown ?? []).filter(({ attachment }) => cameWith.has(attachment)),
    marks,
    customer,
    spent,
    language,
    now,
  }
}
