import type { BatonConfig } from '../config/config.ts'

/** Timers are rounded up, so that a lively conversation does not rewrite the index with every message. */
const hourMs = 3_600_000
const fiveMinutesMs = 300_000

const roundUp = (ms: number, step: number): number => Math.ceil(ms / step) * step

/** With the assistant, or answered by an agent: closes when the customer stays silent. */
export const silenceTimer = (lastMessageAt: number, idle: BatonConfig['idle']): number =>
  roundUp(lastMessageAt + idle.closeAfterHours * hourMs, hourMs)

/** Waiting in a line, or claimed under a lease: looked at now and then, in case the line itself is gone. */
export const watchTimer = (since: number): number => roundUp(since + hourMs, hourMs)

/** Back in its line: the sweep sees in its next run when there is something to tell. */
export const backTimer = (since: number): number => since + 60_000

/** Accepted by an agent and not answered: back to the line. */
export const unansweredTimer = (since: number, idle: BatonConfig['idle']): number =>
  roundUp(since + idle.unansweredAfterMinutes * 60_000, fiveMinutesMs)
