import type { OutboundQueue } from '../channel/outbound-message.ts'
import type { Message } from '../thread/message.ts'
import { toOutbound } from '../thread/to-outbound.ts'
import { eachInTurn } from './each-in-turn.ts'
import type { ResendMarks, SweepReader } from './sweep-reader.ts'

export interface ResendPorts {
  readonly reader: SweepReader
  readonly marks: ResendMarks
  readonly outbound: OutboundQueue
  readonly clock: () => number
}

const minuteMs = 60_000
const firstWaitMs = 2 * minuteMs
/** Delivery has retries of its own; this is for messages that never reached its queue, or were lost with it. */
const waitsMs = [firstWaitMs, 15 * minuteMs, 60 * minuteMs, 360 * minuteMs]
const perSweep = 50

const waitAfter = (resends: number): number => waitsMs[Math.min(resends, waitsMs.length - 1)] ?? firstWaitMs

export const isDue = ({ at, resentAt, resends = 0 }: Message, now: number): boolean =>
  now - (resentAt ?? at) >= waitAfter(resends)

/** Hands pending messages over once more, each to be checked against its record first. Returns how many. */
export const resendUndelivered = async ({ reader, marks, outbound, clock }: ResendPorts): Promise<number> => {
  const now = clock()
  const due = (await reader.undelivered(now - firstWaitMs, perSweep)).filter(({ message }) => isDue(message, now))
  const threadOf = ({ state }: (typeof due)[number]) => state.threadId
  return eachInTurn(due, threadOf, async ({ state, message }) => {
    const listedAt = now + waitAfter((message.resends ?? 0) + 1) - firstWaitMs
    if (!(await marks.mark(message, now, listedAt))) return false
    await outbound.send([toOutbound(state.address, message, true)])
    return true
  })
}
