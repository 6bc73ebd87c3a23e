import type { BatonConfig } from '../config/config.ts'
import type { Tickets } from '../line/tickets.ts'
import type { Claimed, ThreadState, WithAssistant } from '../thread/thread-state.ts'
import { silenceTimer } from '../thread/timer.ts'
import { backInLine } from './back-in-line.ts'
import type { Change, Transactions } from './change.ts'
import { leftOutcome } from './handoff.ts'
import type { HandoffReader, HandoffWithState } from './handoff-reader.ts'
import { entryOf } from './held-handoff.ts'
import { resolveChanges } from './resolve.ts'
import type { SweepReader } from './sweep-reader.ts'

export interface EndIdlePorts {
  readonly reader: SweepReader
  readonly handoffs: HandoffReader
  readonly transactions: Transactions
  readonly tickets: Tickets
  readonly clock: () => number
}

type IdleConfig = Pick<BatonConfig, 'idle'>

const perSweep = 50
const hourMs = 3_600_000
/** Outcome of a conversation that the assistant alone dealt with, closed by the customer's silence. */
export const answeredOutcome = 'answered'

const isSilent = ({ lastMessageAt }: ThreadState, { idle }: IdleConfig, now: number): boolean =>
  now - lastMessageAt >= idle.closeAfterHours * hourMs

/** The timer was set for something that has passed: it is wound anew, or goes where a line entry keeps watch. */
const rewind = (state: ThreadState, config: IdleConfig, now: number): readonly Change[] => {
  const watched =
    state.status === 'waiting' ||
    state.status === 'closed' ||
    (state.status === 'claimed' && state.acceptedAt === undefined)
  const timerAt = Math.max(silenceTimer(state.lastMessageAt, config.idle), now + 1)
  return [
    {
      kind: 'thread-changed',
      threadId: state.threadId,
      patch: {
        expect: { status: state.status, epoch: state.epoch, lastMessageAt: state.lastMessageAt },
        set: watched ? {} : { timerAt },
        remove: watched ? ['timerAt'] : [],
      },
    },
  ]
}

const closeAnswered = (state: WithAssistant, now: number): readonly Change[] => {
  const { threadId, conversationId, startedAt, messages, customerId, status, epoch, lastMessageAt } = state
  return [
    {
      kind: 'thread-changed',
      threadId,
      patch: {
        expect: { status, epoch, lastMessageAt },
        set: { status: 'closed', epoch: epoch + 1 },
        remove: ['timerAt'],
      },
    },
    {
      kind: 'conversation-closed',
      record: {
        id: conversationId,
        threadId,
        startedAt,
        closedAt: now,
        messages,
        outcome: answeredOutcome,
        ...(customerId !== undefined && { customerId }),
      },
    },
  ]
}

const accepted = (found: HandoffWithState, state: Claimed, config: IdleConfig, now: number): readonly Change[] => {
  const held = { handoff: found.handoff, state }
  const isAnswered = (state.lastAgentAt ?? 0) >= state.lastCustomerAt
  if (isAnswered && isSilent(state, config, now))
    return resolveChanges(held, { outcome: leftOutcome, endedBy: 'sweep', now })
  if (isAnswered) return rewind(state, config, now)
  // Its timer counts from the customer's message or the agent's last sign of life, whichever was later.
  return backInLine({
    entry: entryOf(found.handoff, state.team, state.epoch + 1),
    agentId: state.agentId,
    epoch: state.epoch,
    counted: 'expiries',
    now,
  })
}

/** What happens to a conversation whose timer ran out; every one has such a timer, a ticket or a line entry. */
export const idleChanges = (
  state: ThreadState,
  found: HandoffWithState | undefined,
  config: IdleConfig,
  now: number,
): readonly Change[] => {
  if (state.status === 'assistant' && isSilent(state, config, now)) return closeAnswered(state, now)
  if (state.status === 'claimed' && state.acceptedAt !== undefined && found) return accepted(found, state, config, now)
  return rewind(state, config, now)
}

/** Returns how many conversations were closed, or went back to their line. */
export const endIdle = async (ports: EndIdlePorts, config: IdleConfig): Promise<number> => {
  let ended = 0
  for (const state of await ports.reader.dueTimers(ports.clock(), perSweep)) {
    const found = state.status === 'claimed' ? await ports.handoffs.read(state.handoffId) : undefined
    const changes = idleChanges(state, found, config, ports.clock())
    const { ok } = await ports.transactions.commit(
      `idle#${state.threadId}#${state.epoch}#${state.lastMessageAt}`,
      changes,
    )
    const inLine = changes.find((change) => change.kind === 'line-entered')
    if (ok && inLine?.kind === 'line-entered') await ports.tickets.send(inLine.entry.team)
    if (ok && changes.length > 1) ended += 1
  }
  return ended
}
