import type { BatonConfig } from '../config/config.ts'
import type { DeliveryStore } from '../thread/delivery-store.ts'
import type { ThreadReader } from '../thread/thread-reader.ts'
import { type Claimed, conversationRecord, type ThreadState, type WithAssistant } from '../thread/thread-state.ts'
import { silenceTimer, watchTimer } from '../thread/timer.ts'
import { backInLine } from './back-in-line.ts'
import type { Change } from './change.ts'
import { eachInTurn } from './each-in-turn.ts'
import type { EndedConversations } from './ended-conversations.ts'
import { type FailedItem, ItemsFailedError } from './errors.ts'
import { leftOutcome } from './handoff.ts'
import type { HandoffWithState } from './handoff-reader.ts'
import { endLease, entryOf } from './held-handoff.ts'
import { type MoveOverflowPorts, moveOne, type OverflowConfig } from './move-overflow.ts'
import { resolveChanges } from './resolve.ts'
import type { SweepReader } from './sweep-reader.ts'
import { tellOne, updateAt, waitTimer } from './tell-waiting.ts'

export interface EndIdlePorts extends MoveOverflowPorts {
  readonly reader: SweepReader
  readonly threads: Pick<ThreadReader, 'readNewest'>
  readonly deliveries: Pick<DeliveryStore, 'watch'>
  readonly ended: EndedConversations
}

type IdleConfig = Pick<BatonConfig, 'idle' | 'teams' | 'notices'>

const perPage = 50
/** A run of the sweep has a minute; what is left for the others in it is enough for every line. */
export const longestMs = 30_000
const newestMessages = 20
const hourMs = 3_600_000
/** Outcome of a conversation that the assistant alone dealt with, closed by the customer's silence. */
export const answeredOutcome = 'answered'

const isSilent = ({ lastMessageAt }: ThreadState, { idle }: Pick<BatonConfig, 'idle'>, now: number): boolean =>
  now - lastMessageAt >= idle.closeAfterHours * hourMs

const isAnswered = (state: ThreadState, config: Pick<BatonConfig, 'idle'>, now: number): state is WithAssistant =>
  state.status === 'assistant' && isSilent(state, config, now)

/** The timer was set for something that has passed: it is wound anew. */
const rewind = (state: ThreadState, config: IdleConfig, now: number): readonly Change[] => {
  const { threadId, status, epoch, lastMessageAt } = state
  const isOver = status === 'closed'
  const waits = status === 'waiting' || (status === 'claimed' && state.acceptedAt === undefined)
  const timerAt =
    status === 'waiting'
      ? waitTimer(state, config, now)
      : waits
        ? watchTimer(now)
        : Math.max(silenceTimer(lastMessageAt, config.idle), now + 1)
  const patch = isOver ? { set: {}, remove: ['timerAt' as const] } : { set: { timerAt } }
  return [{ kind: 'thread-changed', threadId, patch: { expect: { status, epoch, lastMessageAt }, ...patch } }]
}

const closeAnswered = (state: WithAssistant, now: number): readonly Change[] => {
  const { threadId, status, epoch, lastMessageAt } = state
  return [
    {
      kind: 'thread-changed',
      threadId,
      patch: {
        expect: { status, epoch, lastMessageAt },
        set: { status: 'closed', epoch: epoch + 1, closedAt: now },
        remove: ['timerAt'],
      },
    },
    { kind: 'conversation-closed', record: conversationRecord(state, { outcome: answeredOutcome, closedAt: now }) },
  ]
}

const claimed = (found: HandoffWithState, state: Claimed, config: IdleConfig, now: number): readonly Change[] => {
  const held = { handoff: found.handoff, state }
  const isAnswered = state.acceptedAt !== undefined && (state.lastAgentAt ?? 0) >= state.lastCustomerAt
  const hasLease = state.acceptedAt === undefined && state.leaseUntil > now
  if (isAnswered && isSilent(state, config, now))
    return resolveChanges(held, { outcome: leftOutcome, endedBy: 'sweep', now })
  if (isAnswered || hasLease) return rewind(state, config, now)
  // Left unanswered since the customer's message or the agent's last sign of life; or a lease whose line nobody watches.
  return [
    ...endLease(held),
    ...backInLine({
      entry: entryOf(found.handoff, state.team, state.epoch + 1),
      agentId: state.agentId,
      epoch: state.epoch,
      counted: 'expiries',
      now,
      seen: { lastMessageAt: state.lastMessageAt, ...(state.timerAt !== undefined && { timerAt: state.timerAt }) },
    }),
  ]
}

/** What happens to a conversation whose timer ran out; every open one has such a timer. */
export const idleChanges = (
  state: ThreadState,
  found: HandoffWithState | undefined,
  config: IdleConfig,
  now: number,
): readonly Change[] => {
  if (isAnswered(state, config, now)) return closeAnswered(state, now)
  if (state.status === 'claimed' && found) return claimed(found, state, config, now)
  return rewind(state, config, now)
}

/** The last net under what the turn wrote: whatever both queues have lost is found when the conversation's timer rings. */
const watchPending = async ({ threads, deliveries }: EndIdlePorts, { threadId }: ThreadState): Promise<void> => {
  const { messages } = await threads.readNewest(threadId, newestMessages)
  for (const message of messages) if (message.delivery === 'pending') await deliveries.watch(message)
}

const endOne = async (ports: EndIdlePorts, config: IdleConfig & OrphanConfig, state: ThreadState): Promise<boolean> => {
  const { handoffs, transactions, tickets, clock, newId } = ports
  await watchPending(ports, state)
  const found = 'handoffId' in state ? await handoffs.read(state.handoffId) : undefined
  if (found && state.status === 'waiting' && !Object.hasOwn(config.teams, state.team))
    return moveOne(ports, config, entryOf(found.handoff, state.team, state.epoch), vanishedTo(config))

  if (found?.state.status === 'waiting' && found.state.epoch === state.epoch) {
    const at = updateAt(found.state, config, clock())
    if (at !== undefined && at <= clock()) return tellOne(ports, config, found.state, found)
  }

  const changes = idleChanges(state, found, config, clock())
  const { ok } = await transactions.commit(`idle#${newId()}`, changes)
  if (!ok) return false
  const entered = changes.find((change) => change.kind === 'line-entered')
  if (entered && Object.hasOwn(config.teams, entered.entry.team)) await tickets.send(entered.entry.team)
  else if (entered) await moveOne(ports, config, entered.entry, vanishedTo(config))
  return changes.length > 1
}

const threadOf = ({ threadId }: ThreadState): string => threadId

/** Named so in the log: no rule of the company's moved it. */
const vanishedTo = ({ defaultTeam }: OrphanConfig) => ({ to: defaultTeam, rule: 'vanished-team' })

type OrphanConfig = OverflowConfig & Pick<BatonConfig, 'defaultTeam'>

/**
 * Looks at every conversation whose timer ran out, page after page, for as long as a run of the sweep may give to it.
 * A team that the configuration does not have any more is served by the default team. Returns how many conversations
 * were closed, moved, or went back to their line.
 * @throws ItemsFailedError after the last page
 */
export const endIdle = async (ports: EndIdlePorts, config: IdleConfig & OrphanConfig): Promise<number> => {
  const started = ports.clock()
  const failures: FailedItem[] = []
  let ended = 0
  let after: string | undefined
  do {
    const { due, next } = await ports.reader.dueTimers(started, perPage, after)
    await ports.ended.list(
      due.filter((state) => isAnswered(state, config, started)),
      started,
    )
    ended += await eachInTurn(due, threadOf, (state) => endOne(ports, config, state)).catch((error: unknown) => {
      if (!(error instanceof ItemsFailedError)) throw error
      failures.push(...error.failures)
      return 0
    })
    after = next
  } while (after !== undefined && ports.clock() - started < longestMs)
  if (failures.length > 0) throw new ItemsFailedError(failures)
  return ended
}
