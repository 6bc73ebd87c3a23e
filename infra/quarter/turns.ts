import type { Assistant } from '#shared/assistant/assistant.ts'
import type { InboundMessage } from '#shared/channel/inbound-message.ts'
import type { DeployedConfig } from '#shared/config/read-config.ts'
import type { Customer } from '#shared/customer/customer.ts'
import type { Change } from '#shared/handoff/change.ts'
import type { Knowledge } from '#shared/knowledge/passage.ts'
import { silentLog } from '#shared/log/log.ts'
import type { LoggedTurn } from '#shared/report/logged-turn.ts'
import { turnsOf } from '#shared/report/turns-of.ts'
import type { Ears } from '#shared/triggers/ears.ts'
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

const nobodyWatches = { watch: async () => undefined }
const nothingSent = { send: async () => undefined }
const noTickets = {
  ...nothingSent,
  receive: async () => undefined,
  hide: async () => undefined,
  remove: async () => undefined,
}

const portsOf = ({ ears, book, clock, newId }: TurnTaking, { customer, knowledge, assistant }: Written) => ({
  ears,
  knowledge,
  assistant,
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
  erased: { read: async () => new Map() },
  spendings: { step: async () => ({ ok: false as const, existing: undefined }) },
  met: metSenders(),
  deliveries: nobodyWatches,
  outbound: nothingSent,
  tickets: noTickets,
  log: silentLog,
  clock,
  newId,
})

/** Takes the turn through the product's own story, and tells what the product's log keeps of it. */
export const createTurns = (taking: TurnTaking) => {
  const { book, deployed } = taking
  return async (written: Written): Promise<LoggedTurn> => {
    const { threadId, inbound } = written
    await takeTurn(portsOf(taking, written), deployed, { threadId, messages: [inbound], thirdTry: false })
    const conversation = book.conversation(threadId)
    const turn = conversation && turnsOf(conversation).at(-1)
    if (turn?.messages.at(-1) !== inbound.message.text) throw new Error(`nothing tells of the last turn of ${threadId}`)
    return turn
  }
}
