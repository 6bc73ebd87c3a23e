import type { HandoffReader } from '../handoff/handoff-reader.ts'
import { lastSenderOf } from '../thread/thread-state.ts'
import { neverMind } from '../triggers/never-mind.ts'
import type { Decision, OpenTurn } from './turn.ts'
import { isOnePersons } from './turn-tools.ts'

export interface LeavesLinePorts {
  readonly handoffs: Pick<HandoffReader, 'read'>
}

/** The words that say so; all that the customer wrote has to, or they stay in the line. */
const leavingWords = (turn: OpenTurn): string | undefined => {
  const { thread, history, added } = turn
  // Where several people write on a thread, nobody takes another's place away.
  if (thread.status !== 'waiting' || !isOnePersons(turn) || added.some(({ attachments }) => attachments?.length))
    return undefined
  const said = added.map(({ text }) => neverMind(text))
  // "Never mind" may be about what they asked a moment ago: it counts as the answer to what they were told.
  const isAnswer = history.findLast(({ internal }) => !internal)?.author.kind === 'system'
  const first = said.findIndex((one) => one === 'plain' || (one === 'bare' && isAnswer))
  return said.includes(undefined) ? undefined : added[first]?.text
}

/** Reads the handoff only where the words are certain; whoever was in distress is looked after by a person all the same. */
export const leavesLine = async (
  { handoffs }: LeavesLinePorts,
  turn: OpenTurn,
): Promise<(Decision & { kind: 'leave' }) | undefined> => {
  const matched = leavingWords(turn)
  if (matched === undefined || turn.thread.status !== 'waiting') return undefined
  const found = await handoffs.read(turn.thread.handoffId)
  if (found?.handoff.status !== 'waiting') return undefined
  const { handoff } = found
  // Who waits may have written before the messages that were read.
  const { customerId = handoff.customerId } = turn.thread
  if (handoff.customerId !== customerId && handoff.customerId !== lastSenderOf(turn.thread)) return undefined
  return handoff.fired.some(({ trigger }) => trigger === 'distress') ? undefined : { kind: 'leave', handoff, matched }
}
