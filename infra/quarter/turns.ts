import type { Assistant } from '#shared/assistant/assistant.ts'
import { AssistantUnavailableError } from '#shared/assistant/errors.ts'
import type { Signals } from '#shared/assistant/signals.ts'
import type { InboundMessage } from '#shared/channel/inbound-message.ts'
import type { DeployedConfig } from '#shared/config/read-config.ts'
import type { Customer } from '#shared/customer/customer.ts'
import type { Change } from '#shared/handoff/change.ts'
import type { Knowledge, Passage } from '#shared/knowledge/passage.ts'
import { silentLog } from '#shared/log/log.ts'
import type { LoggedTurn } from '#shared/report/logged-turn.ts'
import { customerTexts } from '#shared/thread/transcript.ts'
import type { Ears } from '#shared/triggers/ears.ts'
import type { Fired } from '#shared/triggers/trigger.ts'
import { metSenders } from '#shared/turn/met-senders.ts'
import { takeTurn } from '#shared/turn/take-turn.ts'
import type { Book } from './book.ts'

export interface TurnTaking {
  readonly deployed: DeployedConfig
  readonly ears: Ears
  readonly book: Book
  readonly clock: () => number
  readonly newId: () => string
}

/** One message, and what surrounds it. */
export interface Written {
  readonly threadId: string
  readonly inbound: InboundMessage
  readonly customer: Customer | undefined
  readonly knowledge: Knowledge
  readonly assistant: Assistant
}

/** What was asked for on the way to the decision: the log keeps it, so that the turn can be decided again. */
interface Seen {
  passages?: readonly Passage[]
  model?: { readonly signals: Signals } | { readonly failed: string }
}

const watchedKnowledge = (knowledge: Knowledge, seen: Seen): Knowledge => ({
  retrieve: async (question) => {
    seen.passages = await knowledge.retrieve(question)
    return seen.passages
  },
})

const watchedAssistant = (assistant: Assistant, seen: Seen): Assistant => ({
  draft: async (request) => {
    try {
      const draft = await assistant.draft(request)
      seen.model = { signals: draft.signals }
      return draft
    } catch (error) {
      if (error instanceof AssistantUnavailableError) seen.model = { failed: error.reason }
      throw error
    }
  },
})

const nobodyWatches = { watch: async () => undefined }
const nothingSent = { send: async () => undefined }
const noTickets = {
  ...nothingSent,
  receive: async () => undefined,
  hide: async () => undefined,
  remove: async () => undefined,
}

const portsOf = (
  { ears, book, clock, newId }: TurnTaking,
  { customer, knowledge, assistant }: Written,
  seen: Seen,
) => ({
  ears,
  knowledge: watchedKnowledge(knowledge, seen),
  assistant: watchedAssistant(assistant, seen),
  threads: {
    readNewest: async (threadId: string) => book.snapshot(threadId),
    readMessages: async (threadId: string) => book.snapshot(threadId).messages,
    readMessage: async () => undefined,
    readConversations: async () => [],
  },
  customers: {
    read: async () => ({ ...(customer && { customer }) }),
    find: async () => [],
    write: async (written: Customer) => written,
    keepResolved: async () => undefined,
    remember: async () => undefined,
  },
  handoffs: { read: async (id: string) => book.handoff(id) },
  transactions: { commit: async (_: string, changes: readonly Change[]) => book.commit(changes) },
  profiles: { ask: async () => undefined },
  // A customer of the simulation writes on one thread: nobody is counted across several.
  spendings: { step: async () => ({ ok: false as const, existing: undefined }) },
  met: metSenders(),
  deliveries: nobodyWatches,
  outbound: nothingSent,
  tickets: noTickets,
  log: silentLog,
  clock,
  newId,
})

const promised = (fired: readonly Fired[]): readonly Fired[] =>
  fired.filter(({ evidence }) => evidence.detail === 'promised by the draft')

const loggedPassage = ({ title, url, confidence, sureness, topic }: Passage) => ({
  title,
  url,
  confidence,
  ...(sureness !== undefined && { sureness }),
  ...(topic !== undefined && { topic }),
})

/** Takes the turn through the product's own story, and tells what the log keeps of it. */
export const createTurns = (taking: TurnTaking) => {
  const { book, deployed, clock } = taking
  return async (written: Written): Promise<LoggedTurn> => {
    const { threadId, inbound, customer } = written
    const before = book.snapshot(threadId)
    const seen: Seen = {}
    await takeTurn(portsOf(taking, written, seen), deployed, { threadId, messages: [inbound], thirdTry: false })
    const { state, messages } = book.snapshot(threadId)
    if (!state) throw new Error(`the turn left no thread ${threadId}`)
    const isNew = before.state === undefined || before.state.status === 'closed'
    const wasAssistants = isNew || before.state?.status === 'assistant'
    const handoffId = wasAssistants && state.status === 'waiting' ? state.handoffId : undefined
    const fired = handoffId === undefined ? [] : (book.handoff(handoffId)?.handoff.fired ?? [])
    const isAnswered = messages.at(-1)?.author.kind === 'assistant'
    const said = promised(fired)
    return {
      threadId,
      conversationId: state.conversationId,
      at: clock(),
      configVersion: deployed.version,
      channel: inbound.address.channel,
      language: state.language ?? deployed.config.company.language,
      ...(customer && {
        customer: { ...(customer.tier && { tier: customer.tier }), ...(customer.value && { value: customer.value }) },
      }),
      messages: [inbound.message.text],
      earlier: isNew ? [] : customerTexts(before.messages, before.state?.assistantSince ?? 0),
      ...(seen.passages && { passages: seen.passages.map(loggedPassage) }),
      ...(seen.model && { model: seen.model }),
      ...(said.length > 0 && { unsayable: said }),
      did: handoffId !== undefined ? 'handed-off' : !wasAssistants ? 'appended' : isAnswered ? 'answered' : 'put-off',
      fired,
      ...(handoffId !== undefined && { handoffId }),
    }
  }
}
