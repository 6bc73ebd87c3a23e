import type { KeepPorts } from '../attachment/keep-attachments.ts'
import type { InboundMessage } from '../channel/inbound-message.ts'
import type { OutboundQueue } from '../channel/outbound-message.ts'
import type { DeployedConfig } from '../config/read-config.ts'
import type { CustomerStore } from '../customer/customer.ts'
import { type ErasedPeople, withoutErased } from '../customer/erased-people.ts'
import type { Resolver } from '../customer/resolver.ts'
import { refusedKinds, type Transactions } from '../handoff/change.ts'
import type { Tickets } from '../line/tickets.ts'
import type { Log } from '../log/log.ts'
import type { DeliveryStore } from '../thread/delivery-store.ts'
import { repeatMs } from '../thread/repeats.ts'
import type { ThreadReader, ThreadSnapshot } from '../thread/thread-reader.ts'
import { toOutbound } from '../thread/to-outbound.ts'
import { onceEach } from '../tool/tool.ts'
import { type DecidePorts, decide, decideThirdTry } from './decide.ts'
import { hidesRecent } from './delivery-marks.ts'
import { TurnBusyError } from './errors.ts'
import { type IntroducePorts, introduce } from './introduce.ts'
import { logTurn } from './log-turn.ts'
import { openTurn } from './open-turn.ts'
import type { Planned } from './plan.ts'
import { type EstimatesPorts, readEstimates } from './read-estimates.ts'
import { type SentAlong, sentAlong } from './sent-along.ts'
import type { OpenTurn, TurnInput } from './turn.ts'
import { planTurn } from './turn-changes.ts'
import { askedIn, readSender, whoWrites } from './who-writes.ts'

export interface TakeTurnPorts extends DecidePorts, EstimatesPorts, Pick<IntroducePorts, 'profiles'> {
  readonly threads: ThreadReader
  readonly customers: CustomerStore
  readonly erased: Pick<ErasedPeople, 'read'>
  readonly transactions: Transactions
  readonly deliveries: Pick<DeliveryStore, 'watch'>
  readonly outbound: OutboundQueue
  readonly tickets: Tickets
  /** Absent where the company has declared none. */
  readonly resolver?: Resolver
  /** Absent where no channel has files that we fetch. */
  readonly attachments?: Pick<KeepPorts, 'media' | 'store' | 'fetches' | 'room'>
  readonly log: Log
  readonly clock: () => number
  readonly newId: () => string
}

/** Enough for the model's history, the repeated question and a brief of what was tried. */
const newestMessages = 60
const rounds = 6

/** The newest messages; all that may be repeated, should one page not reach back to where repeating ends. */
const readThread = async ({ threads, clock }: TakeTurnPorts, threadId: string): Promise<ThreadSnapshot> => {
  const [snapshot, now] = [await threads.readNewest(threadId, newestMessages), clock()]
  if (!hidesRecent(snapshot, now)) return snapshot
  return { ...snapshot, messages: await threads.readMessages(threadId, now - repeatMs) }
}

/** A repeated delivery is known by its message, by its twin in the batch, or, when that is long past, by the refused mark. */
const freshOf = (
  messages: readonly InboundMessage[],
  snapshot: ThreadSnapshot,
  seen: ReadonlySet<string>,
): readonly InboundMessage[] => {
  const known = new Set([...seen, ...snapshot.messages.map(({ dedupeId }) => dedupeId)])
  return messages.filter(({ dedupeId }) => !known.has(dedupeId) && known.add(dedupeId))
}

/**
 * Takes one turn about the messages that arrived on a thread: reads it, decides, commits everything in one
 * transaction, and only then sends. Safe to repeat at any point: what is stored is not stored again, and what was
 * stored and not sent is sent now. Throws when it could not finish; the queue brings the messages back.
 */
export const takeTurn = async (ports: TakeTurnPorts, deployed: DeployedConfig, arrived: TurnInput): Promise<void> => {
  const input = await withoutForgotten(ports, deployed, arrived)
  if (input.messages.length === 0) return
  const sent = sentAlong(ports, deployed.config, input)
  const { tools } = ports
  try {
    await takeRounds({ ...ports, ...(tools && { tools: onceEach(tools) }) }, deployed, input, sent)
  } finally {
    sent.letGo()
  }
}

/** What lay in a queue while whoever wrote it was erased is dropped: it would bring them back. */
const withoutForgotten = async (
  { erased, log, clock }: TakeTurnPorts,
  { config: { channels } }: DeployedConfig,
  input: TurnInput,
): Promise<TurnInput> => {
  const messages = await withoutErased(erased, input.messages, { channels, now: clock() })
  const { threadId } = input
  const dropped = input.messages.length - messages.length
  if (dropped > 0) log({ event: 'turn.erased', threadId, messages: dropped })
  return { ...input, messages }
}

const takeRounds = async (
  ports: TakeTurnPorts,
  deployed: DeployedConfig,
  input: TurnInput,
  sent: SentAlong,
): Promise<void> => {
  const { threadId } = input
  const attemptId = ports.newId()
  const seen = new Set<string>()

  for (let round = 1; round <= rounds; round += 1) {
    const { config } = deployed
    const expected = askedIn(input.messages, config.channels)
    const [snapshot, read] = await Promise.all([readThread(ports, threadId), readSender(ports.customers, expected)])
    const fresh = freshOf(input.messages, snapshot, seen)
    const [first, ...rest] = fresh
    if (!first) return settle(ports, input, snapshot)

    // Whoever's repeated delivery came last has nothing to do with this turn.
    const asked = askedIn(fresh, config.channels)
    const sender = asked.senderId === expected.senderId ? read : await readSender(ports.customers, asked)
    const [{ messages: named, email }, files] = await Promise.all([
      input.thirdTry
        ? ({ messages: [first, ...rest], email: undefined } as const)
        : introduce(ports, [first, ...rest], sender),
      sent.keep(fresh, snapshot.state),
    ])
    const { thirdTry } = input
    const who = await whoWrites(ports, { asked, read: sender, state: snapshot.state, email, thirdTry })
    const turn = openTurn({ threadId, snapshot, fresh: named, who, config, now: ports.clock(), files })
    const decision = input.thirdTry ? decideThirdTry(turn) : await decide(ports, config, turn)
    const estimates = await readEstimates(ports, config, decision)
    const facts = { turn: { ...turn, now: ports.clock() }, deployed, messageId: ports.newId(), estimates }
    const planned = planTurn(facts, decision)
    const committed = await ports.transactions.commit(attemptId, planned.changes)
    if (committed.ok) {
      // An earlier try may have stored an answer to some of these messages and not sent it: that one goes first.
      if (1 + rest.length < input.messages.length) await sendLeftOver(ports, snapshot)
      await sendOwed(ports, turn, planned)
      logTurn(ports.log, turn, decision, planned)
      return
    }

    for (const { index } of committed.refusals) {
      const change = planned.changes[index]
      if (change?.kind === 'delivery-seen') seen.add(change.dedupeId)
    }
    ports.log({ event: 'turn.refenced', threadId, round, refused: refusedKinds(committed) })
  }
  throw new TurnBusyError(threadId, rounds)
}

/** The reply or the notice to delivery, and a ticket to the team that has the conversation now. */
const sendOwed = async (
  { outbound, tickets }: TakeTurnPorts,
  { thread }: OpenTurn,
  { outgoing, handoff }: Planned,
): Promise<void> => {
  await Promise.all([
    outgoing && outbound.send([toOutbound(thread.address, outgoing)]),
    handoff && tickets.send(handoff.team),
  ])
}

/**
 * What an earlier try stored and may not have sent is handed over again, to be checked first. One try has failed by now:
 * from here on the sweep looks after it too, should the queue give up.
 */
const sendLeftOver = async (
  { deliveries, outbound, tickets }: TakeTurnPorts,
  { state, messages: stored }: ThreadSnapshot,
): Promise<void> => {
  const pending = stored.filter(({ delivery }) => delivery === 'pending')
  await Promise.all(pending.map((message) => deliveries.watch(message)))
  await Promise.all([
    state && pending.length > 0 && outbound.send(pending.map((message) => toOutbound(state.address, message, true))),
    state?.status === 'waiting' && tickets.send(state.team),
  ])
}

/** Everything is stored already: only what was not sent is left to do. */
const settle = async (
  ports: TakeTurnPorts,
  { threadId, messages }: TurnInput,
  snapshot: ThreadSnapshot,
): Promise<void> => {
  await sendLeftOver(ports, snapshot)
  ports.log({ event: 'turn.repeated', threadId, messages: messages.length })
}
