import type { Agent } from '../line/agent.ts'
import { AtCapacityError, LineBusyError } from '../line/errors.ts'
import type { LineEntry } from '../line/line-entry.ts'
import type { LineReader } from '../line/line-reader.ts'
import { follow } from '../log/correlation.ts'
import type { Log } from '../log/log.ts'
import { type Change, refusedKinds, type Transactions } from './change.ts'
import { dropOrphan } from './drop-orphan.ts'
import type { HandoffReader } from './handoff-reader.ts'
import { takeBackExpired } from './take-back.ts'

export interface TakeHeadPorts {
  readonly line: LineReader
  readonly handoffs: HandoffReader
  readonly transactions: Transactions
  readonly log: Log
  readonly clock: () => number
  /** Uniform in [0, 1). */
  readonly random: () => number
  readonly sleep: (ms: number) => Promise<void>
}

export interface TakeHeadCommand {
  readonly agent: Agent
  readonly team: string
  /** The same for every repeat of one request. */
  readonly claimId: string
  /** Open handoffs the agent may hold. */
  readonly capacity: number
  readonly leaseSeconds: number
  readonly ticket?: string | undefined
}

export type TakenHead =
  | { readonly kind: 'taken'; readonly handoffId: string; readonly round: number }
  /** This claim id took a conversation before. */
  | { readonly kind: 'repeated'; readonly handoffId: string }
  /** `nextEnd`: when the next lease runs out, if anybody holds one. */
  | { readonly kind: 'nobody-waits'; readonly nextEnd?: number | undefined }

const rounds = 8
/**
 * After a lost race: up to 40 ms, twice that after the next, at most 640 ms. Fifty agents at one line then draw apart
 * to about as many tries as it has conversations to give; a shorter wait makes them lose ten races for each they win.
 */
const jitterMs = 20
const longestJitterMs = 640

/** The line's head changes hands: out of the line, under a lease, in the agent's hands, all or nothing. */
export const takeChanges = (entry: LineEntry, command: TakeHeadCommand, now: number): readonly Change[] => {
  const { agent, claimId, capacity, ticket } = command
  const { handoffId, threadId } = entry
  const epoch = entry.epoch + 1
  const leaseUntil = now + command.leaseSeconds * 1_000
  const firstClaimedAt = entry.firstClaimedAt ?? now
  const ticketField = ticket === undefined ? {} : { ticket }
  const held = { status: 'claimed' as const, epoch, agentId: agent.id, leaseUntil }

  return [
    { kind: 'line-left', entry },
    {
      kind: 'lease-started',
      lease: { ...entry, epoch, firstClaimedAt, leaseUntil, agentId: agent.id, ...ticketField },
    },
    {
      kind: 'thread-changed',
      threadId,
      patch: { expect: { status: 'waiting', epoch: entry.epoch, handoffId }, set: held },
    },
    {
      kind: 'handoff-changed',
      handoffId,
      patch: {
        expect: { status: 'waiting', epoch: entry.epoch },
        set: { ...held, agentName: agent.name, claimedAt: now, firstClaimedAt, ...ticketField },
        add: { claims: 1 },
      },
    },
    { kind: 'agent-took', agentId: agent.id, handoffId, capacity, at: now },
    { kind: 'claim-recorded', agentId: agent.id, claimId, handoffId, at: now },
  ]
}

/**
 * Takes the longest conversation that waits. A lost race is followed by a *fresh* read, never by the next row of a
 * stale page, so that nobody is ever passed over.
 * @throws AtCapacityError | LineBusyError
 */
export const takeHead = async (ports: TakeHeadPorts, command: TakeHeadCommand): Promise<TakenHead> => {
  let lost: LineEntry | undefined
  for (let round = 1; round <= rounds; round += 1) {
    const { expired, running, first } = await ports.line.head(command.team, ports.clock)
    const attemptId = `${command.agent.id}#${command.claimId}`
    if (expired.length > 0) {
      await takeBackExpired(ports, expired, attemptId)
      continue
    }
    if (!first) return { kind: 'nobody-waits', nextEnd: running[0]?.leaseUntil }

    // A try that fails in the middle was about this one; a race that was lost was about nobody.
    follow(first.handoffId)
    const committed = await ports.transactions.commit(attemptId, takeChanges(first, command, ports.clock()))
    if (committed.ok) return { kind: 'taken', handoffId: first.handoffId, round }
    follow()

    // A used claim id answers first, a full agent second; anything else is a lost race.
    const before = committed.refusals.find(({ kind }) => kind === 'claim-recorded')?.existing
    if (before) return { kind: 'repeated', handoffId: String(before.handoffId) }
    const refused = refusedKinds(committed)
    if (refused.includes('agent-took')) throw new AtCapacityError(command.agent.id, command.capacity)
    ports.log({ event: 'line.lost-race', team: command.team, agentId: command.agent.id, round, refused })
    // Who wins a race takes the entry away; one that is still there may have no conversation behind it.
    if (lost?.handoffId === first.handoffId && lost.epoch === first.epoch) await dropOrphan(ports, first)
    lost = first
    await ports.sleep(ports.random() * Math.min(jitterMs * 2 ** round, longestJitterMs))
  }
  throw new LineBusyError(command.team, rounds)
}
