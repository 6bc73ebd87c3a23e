import type { LogLine } from '../log-lines.ts'
import { compareConversation, type Difference, type LoggedHandoff, type ReplayedTurn } from './compare.ts'
import { type ReplayWorld, replayTurn } from './replay.ts'
import { type Tally, tallying } from './tally.ts'

export interface WhatIfPeriod {
  /** Turns taken in [from, to), epoch milliseconds. */
  readonly from: number
  readonly to: number
}

export interface Told {
  /** Each difference, as its conversation is over in the log. */
  readonly difference?: (difference: Difference, outcome: string | undefined) => void
  /** After each turn, with how many there were. */
  readonly progress?: (turns: number) => void
}

export interface WhatIf {
  readonly turns: number
  readonly conversations: number
  /** Turns on which a trigger fired that is in shadow in the other configuration. */
  readonly shadow: Readonly<Record<string, number>>
  readonly tally: Tally
}

interface OpenConversation {
  readonly turns: Omit<ReplayedTurn, 'handoff'>[]
  readonly handoffs: Map<string, LoggedHandoff & { readonly outcome?: string }>
}

/**
 * A whole log under another configuration, line by line: only the conversations that have not ended are held. A handoff
 * that comes again holds as it came last.
 */
export const replayLog = async (
  lines: AsyncIterable<LogLine>,
  world: ReplayWorld & { readonly config: Parameters<typeof tallying>[0] },
  { from, to }: WhatIfPeriod,
  told: Told = {},
): Promise<WhatIf> => {
  const open = new Map<string, OpenConversation>()
  const sums = tallying(world.config)
  const shadow = new Map<string, number>()
  let [turns, conversations] = [0, 0]

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
      if (difference.kind !== 'same') told.difference?.(difference, ended)
    }
  }

  for await (const line of lines) {
    if (line.kind === 'conversation') close(line.record.id, line.record.outcome)
    else if (line.kind === 'handoff') {
      const { id, conversationId, rule, outcome, earlierTeams: [first] = [] } = line.record
      // Where it was routed to, and not where transfers and escalations brought it.
      const team = first ?? line.record.team
      opened(conversationId).handoffs.set(id, { id, team, rule, ...(outcome !== undefined && { outcome }) })
    } else if (line.record.at >= from && line.record.at < to) {
      const replayed = await replayTurn(line.record, world)
      for (const { trigger } of replayed.shadow) shadow.set(trigger, (shadow.get(trigger) ?? 0) + 1)
      opened(line.record.conversationId).turns.push({ turn: line.record, now: replayed.now })
      turns += 1
      told.progress?.(turns)
    }
  }
  for (const id of [...open.keys()]) close(id, undefined)
  return { turns, conversations, shadow: Object.fromEntries(shadow), tally: sums.result() }
}
