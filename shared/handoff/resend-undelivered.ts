import type { OutboundQueue } from '../channel/outbound-message.ts'
import type { Message } from '../thread/message.ts'
import { toOutbound } from './outgoing.ts'
import type { ResendMarks, SweepReader } from './sweep-reader.ts'

export interface ResendPorts {
  readonly reader: SweepReader
  readonly marks: ResendMarks
  readonly outbound: OutboundQueue
  readonly clock: () => number
}

const minuteMs = 60_000
/** Delivery has retries of its own; this is for messages that never reached its queue, or were lost with it. */
const waitsMs = [2, 15, 60, 360].map((minutes) => minutes * minuteMs)
const perSweep = 50

export const isDue = ({ at, resentAt, resends = 0 }: Message, now: number): boolean =>
  now - (resentAt ?? at) >= (waitsMs[Math.min(resends, waitsMs.length - 1)] ?? minuteMs)

/** Hands pending messages over once more, each to be checked against its record first. Returns how many. */
export const resendUndelivered = async ({ reader, marks, outbound, clock }: ResendPorts): Promise<number> => {
  const now = clock()
  const due = (await reader.undelivered(now - (waitsMs[0] ?? minuteMs), perSweep)).filter(({ message }) =>
    isDue(message, now),
  )
  let resent = 0
  for (const { state, message } of due) {
    if (!(await marks.mark(message, now))) continue
    await outbound.send([toOutbound(state.address, message, true)])
    resent += 1
  }
  return resent
}
