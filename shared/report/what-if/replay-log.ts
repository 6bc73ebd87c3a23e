import { type LogLine, timeOf } from '../log-lines.ts'
import type { LoggedTurn } from '../logged-turn.ts'
import { compareConversation, type Difference, type LoggedHandoff, type ReplayedTurn } from './compare.ts'
import { type Confusion, confusing } from './confusion.ts'
import { type ReplayWorld, replayTurn } from './replay.ts'
import { type Tally, tallying } from './tally.ts'

export interface WhatIfPeriod {
  /** Turns taken in [from, to), epoch milliseconds. */
  readonly from: number
  readonly to: number
  /** What came later is not in the log, however quiet it was. @default the latest time in it */
  readonly seenUntil?: number
}

export interface Told {
  /** Each difference, as its conversation is over in the log. */
  readonly difference?: (difference: Difference, outcome: string | undefined) => void
  /** After each turn, with how many there were. Whoever throws here ends it. */
  readonly progress?: (turns: number, turn: LoggedTurn) => void | Promise<void>
}

export interface WhatIf {
  readonly turns: number
  readonly conversations: number
  /** Turns on which a trigger fired that is in shadow in the other configuration. */
  readonly shadow: Readonly<Record<string, number>>
  readonly tally: Tally
  /** What came of the assistant's stretches, by what becomes of them. */
  readonly confusion: Confusion
}

interface OpenConversation {
  readonly turns: Omit<ReplayedTurn, 'handoff'>[]
  readonly handoffs: Map<string, LoggedHandoff>
}

/**
 * A whole log under another configuration, line by line: only the conversations that have not ended are held. A handoff
 * that comes again holds as it came last.
 */
export const replayLog = async (
  lines: AsyncIterable<LogLine>,
  world: ReplayWorld & { readonly config: Parameters<typeof tallying>[0] },
  { from, to, seenUntil }: WhatIfPeriod,
  told: Told = {},
): Promise<WhatIf> => {
  const open = new Map<string, OpenConversation>()
  const sums = tallying(world.config)
  const confusion = confusing()
  const shadow = new Map<string, number>()
  let [turns, conversations, latest] = [0, 0, 0]

  const opened = (id: string): OpenConversation => {
    const one = open.get(id) ?? { turns: [], handoffs: new Map() }
    open.set(id, one)
    return one
  }
  const close = (id: string, outcome: string | undefined): void => {
    const { turns: replayed, handoffs } = opened(id)
    open.delete(id)
    if (replayed.length === 0) return
    conversations += 1
    const known = replayed.map(({ turn, now }): ReplayedTurn => {
      const handoff = handoffs.get(turn.handoffId ?? '')
      return { turn, now, ...(handoff && { handoff }) }
    })
    for (const difference of compareConversation(known)) {
      const ended = handoffs.get(difference.before?.handoff?.id ?? '')?.outcome ?? outcome
      sums.add(difference, ended)
      confusion.add(difference)
      if (difference.kind !== 'same') told.difference?.(difference, ended)
    }
  }

  for await (const line of lines) {
    latest = Math.max(latest, timeOf(line))
    if (line.kind === 'turn') confusion.see(line.record)
    if (line.kind === 'conversation') close(line.record.id, line.record.outcome)
    else if (line.kind === 'handoff') {
      const { id, conversationId, rule, outcome, firstReplyAt, earlierTeams: [first] = [] } = line.record
      // Where it was routed to, and not where transfers and escalations brought it.
      const team = first ?? line.record.team
      const ended = { ...(outcome !== undefined && { outcome }), ...(firstReplyAt !== undefined && { firstReplyAt }) }
      opened(conversationId).handoffs.set(id, { id, team, rule, ...ended })
    } else if (line.record.at >= from && line.record.at < to) {
      const replayed = await replayTurn(line.record, world)
      for (const { trigger } of replayed.shadow) shadow.set(trigger, (shadow.get(trigger) ?? 0) + 1)
      opened(line.record.conversationId).turns.push({ turn: line.record, now: replayed.now })
      turns += 1
      await told.progress?.(turns, line.record)
    }
  }
  for (const id of [...open.keys()]) close(id, undefined)
  return {
    turns,
    conversations,
    shadow: Object.fromEntries(shadow),
    tally: sums.result(),
    confusion: confusion.result(seenUntil ?? latest),
  }
}
