import type { LoggedTurn } from '../logged-turn.ts'
import type { Replayed, ReplayedHandoff } from './replayed.ts'

/** The handoff that there was. */
export interface LoggedHandoff {
  readonly id: string
  readonly team: string
  readonly rule: string
  /** What became of it, where that is known. */
  readonly outcome?: string
  /** When a person first wrote to the customer. */
  readonly firstReplyAt?: number
}

/** A turn with what it comes to now. */
export interface ReplayedTurn {
  readonly turn: LoggedTurn
  readonly now: Replayed
  /** Of a turn that handed off. */
  readonly handoff?: LoggedHandoff
}

/**
 * What becomes of one stretch of a conversation that was the assistant's: `moved` is the same turn and another trigger,
 * topic or team.
 */
export type DifferenceKind = 'same' | 'moved' | 'earlier' | 'later' | 'new' | 'gone'

export interface Difference {
  readonly kind: DifferenceKind
  readonly conversationId: string
  readonly threadId: string
  /** When its last turn was taken, epoch milliseconds. */
  readonly endedAt: number
  /** Where it handed off, and where it would. */
  readonly before?: { readonly at: number; readonly turn: LoggedTurn; readonly handoff?: LoggedHandoff }
  readonly after?: { readonly at: number; readonly turn: LoggedTurn; readonly handoff: ReplayedHandoff }
  /** Before the one or the other a turn would have gone on to something that was never asked: it may have ended there. */
  readonly open: boolean
}

/** The assistant has the word from its first turn to the one that hands off; what is written behind that belongs to it. */
export const stretchesOf = (turns: readonly ReplayedTurn[]): readonly (readonly ReplayedTurn[])[] => {
  const stretches: ReplayedTurn[][] = []
  let handedOff = true
  for (const one of turns) {
    const begins = handedOff && one.turn.did !== 'appended'
    if (begins || stretches.length === 0) stretches.push([])
    if (begins) handedOff = false
    stretches.at(-1)?.push(one)
    if (one.turn.did === 'handed-off') handedOff = true
  }
  // What came in beyond the assistant's last word, or before the log begins, was never the assistant's.
  return stretches.filter((stretch) => stretch.some(({ turn }) => turn.did !== 'appended'))
}

const signature = (trigger: string | undefined, topic: string | undefined, team: string | undefined): string =>
  [trigger, topic, team].join('\u0000')

const isMoved = ({ turn, handoff }: ReplayedTurn, now: ReplayedHandoff): boolean => {
  const [was, is] = [turn.fired[0], now.fired[0]]
  return signature(was?.trigger, was?.topic, handoff?.team ?? now.team) !== signature(is.trigger, is.topic, now.team)
}

const kindOf = (stretch: readonly ReplayedTurn[], was: number, is: number): DifferenceKind => {
  if (was < 0 && is < 0) return 'same'
  if (was < 0) return 'new'
  if (is < 0) return 'gone'
  if (is !== was) return is < was ? 'earlier' : 'later'
  const [one] = stretch.slice(was)
  return one?.now.kind === 'handed-off' && isMoved(one, one.now) ? 'moved' : 'same'
}

const compareStretch = (stretch: readonly ReplayedTurn[]): Difference[] => {
  const was = stretch.findIndex(({ turn }) => turn.did === 'handed-off')
  const is = stretch.findIndex(({ now }) => now.kind === 'handed-off')
  const [first, before, after] = [stretch[0], stretch[was], stretch[is]]
  if (!first) return []
  const last = is < 0 ? stretch.length : is
  const endedAt = stretch.at(-1)?.turn.at ?? first.turn.at
  return [
    {
      conversationId: first.turn.conversationId,
      threadId: first.turn.threadId,
      endedAt,
      kind: kindOf(stretch, was, is),
      ...(before && {
        before: { at: before.turn.at, turn: before.turn, ...(before.handoff && { handoff: before.handoff }) },
      }),
      ...(after?.now.kind === 'handed-off' && { after: { at: after.turn.at, turn: after.turn, handoff: after.now } }),
      open: stretch.slice(0, last).some(({ now }) => now.kind === 'unknown'),
    },
  ]
}

/**
 * One conversation under another configuration, stretch by stretch; its turns in their order. A stretch that hands off
 * earlier leaves the ones behind it as they were: what people would have done there, nobody knows.
 */
export const compareConversation = (turns: readonly ReplayedTurn[]): readonly Difference[] =>
  stretchesOf(turns).flatMap(compareStretch)
