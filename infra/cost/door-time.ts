import { callbackMs, callMs, coldStart, cpuMsAt } from './durations.ts'
import type { DoorUsage } from './load/usage.ts'

const platformCall = / fifo$/

/** Milliseconds that a door's calls take, one after the other: an upper bound, since some go out together. */
const waitingMs = (door: string, { calls, invocations }: DoorUsage, modelMs: number): number => {
  const own = Object.entries(calls).filter(([operation]) => !platformCall.test(operation))
  const services = own.reduce((sum, [operation, count]) => {
    if (operation.startsWith('bedrock ')) return sum + count * modelMs
    const each = callMs[operation]
    if (each === undefined) throw new Error(`no duration is stated for ${operation}: add it to infra/cost/durations.ts`)
    return sum + count * each
  }, 0)
  return services + (door === 'DeliverMessage' ? invocations * callbackMs : 0)
}

/** How long work keeps a door busy that does one thing after the other, beside what each invocation takes. */
export const busyMs = (door: string, usage: DoorUsage): number => waitingMs(door, usage, 0)

/** What a door's invocations are billed for. */
export const gigabyteSeconds = (door: string, usage: DoorUsage, memoryMegabytes: number, modelMs: number): number => {
  const warmMs = waitingMs(door, usage, modelMs) + usage.invocations * cpuMsAt(door, memoryMegabytes)
  const coldMs = usage.invocations * coldStart.share * coldStart.initMs
  return ((warmMs + coldMs) / 1_000) * (memoryMegabytes / 1_024)
}

/** Seconds that one invocation takes, on average. */
export const invocationSeconds = (door: string, usage: DoorUsage, memoryMegabytes: number, modelMs: number): number =>
  usage.invocations === 0
    ? 0
    : gigabyteSeconds(door, usage, memoryMegabytes, modelMs) / (memoryMegabytes / 1_024) / usage.invocations
