import type { LineEntry } from '../line/line-entry.ts'
import type { ThreadState } from '../thread/thread-state.ts'
import { backTimer } from '../thread/timer.ts'
import type { Change } from './change.ts'

export interface BackInLine {
  /** Where it goes: any team's line, always the conversation's own place, and the epoch that begins. */
  readonly entry: LineEntry
  readonly agentId: string
  /** The epoch that ends. */
  readonly epoch: number
  readonly counted: 'expiries' | 'releases' | 'declines' | 'transfers'
  readonly now: number
  /** What the sweep saw: a sign of life since then has wound the timer anew, and a word is a newer message. */
  readonly seen?: Partial<Pick<ThreadState, 'timerAt' | 'lastMessageAt'>>
}

/** From an agent's hands into a line: what release, decline, transfer and expiry have in common. */
export const backInLine = ({ entry, agentId, epoch, counted, now, seen = {} }: BackInLine): readonly Change[] => [
  { kind: 'line-entered', entry },
  {
    kind: 'thread-changed',
    threadId: entry.threadId,
    patch: {
      expect: { status: 'claimed', epoch, agentId, ...seen },
      set: { status: 'waiting', epoch: entry.epoch, team: entry.team, timerAt: backTimer(now) },
      remove: ['agentId', 'leaseUntil', 'acceptedAt', 'lastAgentAt'],
    },
  },
  {
    kind: 'handoff-changed',
    handoffId: entry.handoffId,
    patch: {
      expect: { status: 'claimed', epoch },
      set: { status: 'waiting', epoch: entry.epoch, team: entry.team, teamSince: entry.teamSince },
      remove: ['agentId', 'agentName', 'leaseUntil', 'acceptedAt', 'ticket', 'claimedAt'],
      add: { [counted]: 1 },
    },
  },
  { kind: 'agent-freed', agentId, handoffId: entry.handoffId, at: now },
]
