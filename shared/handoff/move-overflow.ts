import type { OutboundQueue } from '../channel/outbound-message.ts'
import type { BatonConfig } from '../config/config.ts'
import type { LineEntry } from '../line/line-entry.ts'
import type { LineReader } from '../line/line-reader.ts'
import type { Tickets } from '../line/tickets.ts'
import type { Log } from '../log/log.ts'
import { movesDue } from '../routing/overflow.ts'
import { findingsOf } from '../routing/ruled-by.ts'
import type { Message } from '../thread/message.ts'
import type { Waiting } from '../thread/thread-state.ts'
import { toOutbound } from '../thread/to-outbound.ts'
import { announceTeam } from './announce.ts'
import type { Change, Transactions } from './change.ts'
import { eachInTurn } from './each-in-turn.ts'
import { earlierTeamsOf, type Handoff } from './handoff.ts'
import type { HandoffReader } from './handoff-reader.ts'
import { outgoingMessage } from './outgoing.ts'

export interface MoveOverflowPorts {
  readonly line: LineReader
  readonly handoffs: HandoffReader
  readonly transactions: Transactions
  readonly tickets: Tickets
  readonly outbound: OutboundQueue
  readonly log: Log
  readonly clock: () => number
  readonly newId: () => string
}

export type OverflowConfig = Pick<BatonConfig, 'overflow' | 'teams' | 'company' | 'notices'>

const pageSize = 100

/** Out of one line and into another at the same place, and the customer is told who answers now; nobody's turn changes. */
export const moveChanges = (
  entry: LineEntry,
  to: string,
  context: { state: Waiting; notice: Message; handoff: Handoff; rule: string; now: number },
): readonly Change[] => {
  const { state, notice, handoff, rule, now } = context
  const escalation = { at: now, from: entry.team, to, rule }
  const { handoffId, threadId, epoch } = entry
  return [
    { kind: 'line-left', entry },
    { kind: 'line-entered', entry: { ...entry, team: to, teamSince: now } },
    { kind: 'message-added', message: notice },
    {
      kind: 'thread-changed',
      threadId,
      patch: {
        expect: { status: 'waiting', epoch, handoffId, lastMessageAt: state.lastMessageAt },
        set: {
          team: to,
          lastMessageAt: notice.at,
          lastOutgoing: { id: notice.id, at: notice.at, by: 'sweep' },
        },
        add: { messages: 1 },
      },
    },
    {
      kind: 'handoff-changed',
      handoffId,
      about: handoff,
      patch: {
        expect: { status: 'waiting', epoch },
        set: {
          team: to,
          teamSince: now,
          earlierTeams: earlierTeamsOf(handoff),
          escalations: [...(handoff.escalations ?? []), escalation],
        },
        add: { overflows: 1 },
      },
    },
  ]
}

/** Moves one waiting conversation and tells its customer; false when somebody was quicker. */
export const moveOne = async (
  ports: MoveOverflowPorts,
  config: OverflowConfig,
  entry: LineEntry,
  { to, rule }: { readonly to: string; readonly rule: string },
): Promise<boolean> => {
  const found = await ports.handoffs.read(entry.handoffId)
  if (found?.state.status !== 'waiting' || found.state.epoch !== entry.epoch) return false
  const { state, handoff } = { state: found.state, handoff: found.handoff }
  const now = ports.clock()
  const text = announceTeam({ team: to, trigger: handoff.trigger, language: handoff.language }, config, now)
  const notice = outgoingMessage({ state, author: { kind: 'system' }, text, id: ports.newId(), now })

  // Each try its own: another sweep's move must not pass for this one's, with a notice that nobody stored.
  const attemptId = `overflow#${entry.handoffId}#${notice.id}`
  const { ok } = await ports.transactions.commit(
    attemptId,
    moveChanges(entry, to, { state, notice, handoff, rule, now }),
  )
  if (!ok) return false
  const waitedSeconds = Math.round((now - entry.teamSince) / 1_000)
  ports.log({ event: 'handoff.escalated', handoffId: handoff.id, from: entry.team, to, rule, waitedSeconds })
  await Promise.all([ports.tickets.send(to), ports.outbound.send([toOutbound(state.address, notice)])])
  return true
}

/** An entry from before rules had conditions is known by what named its handoff. */
const asWaiting = (entry: LineEntry) => ({
  entry,
  team: entry.team,
  waitingSince: new Date(entry.teamSince),
  facts: entry.facts ?? { fired: findingsOf([entry], undefined), channel: '' },
})

/** Moves what has waited too long for one team to the team that its overflow rule names. Returns how many moved. */
export const moveOverflow = async (ports: MoveOverflowPorts, config: OverflowConfig, team: string): Promise<number> => {
  if (!config.overflow.some(({ from }) => from === team)) return 0
  let moved = 0
  let after: string | undefined
  do {
    const page = await ports.line.list(team, { limit: pageSize, ...(after !== undefined && { after }) })
    const due = movesDue(page.entries.map(asWaiting), config, new Date(ports.clock()))
    moved += await eachInTurn(
      due,
      ({ entry }) => entry.entry.handoffId,
      ({ entry, to, rule }) => moveOne(ports, config, entry.entry, { to, rule }),
    )
    after = page.next
  } while (after !== undefined)
  return moved
}
