import { playBacklog } from '#tests/faults/backlog.ts'
import { ageAlarm } from '#tests/simulation/stack-queues.ts'
import { none, type Part } from '../figure.ts'

const usualPerMinute = 10
const rush = 5
const barSeconds = 120

/** R12: no turn for an hour, at five times the usual rate; then everything that came meanwhile. */
export const backlog: Part = async (progress, scale) => {
  const offMinutes = Math.max(6, Math.ceil(60 * scale))
  const result = await playBacklog({ seed: 12, offMinutes, messagesPerMinute: usualPerMinute * rush })
  for (const violation of result.violations.slice(0, 20)) progress(JSON.stringify(violation))
  const drained = `drained in ${(result.drainedMs / 60_000).toFixed(1)} min`
  const size = `${offMinutes} min at ${rush} x ${usualPerMinute} messages a minute, ${result.messages} on ${result.threads} threads, ${drained}`
  const line = result.violations.filter(({ promise }) => promise === 'order').length
  const rings = Math.round(result.alarmMs / 1_000)
  const watched = `rings above ${ageAlarm.thresholdSeconds} s, looked at every ${ageAlarm.periodSeconds} s`
  return {
    figures: [
      none('R12 threads not in their order', size, result.misordered),
      none('R12 claims not of the longest', `${result.claims} claims`, line),
      none('R12 conversations begun at another time', `${result.handoffs} handoffs`, result.wrongStarts),
      none('R12 other promises broken', size, result.violations.length - line),
      {
        part: 'R12 from the stop until the age alarm rings',
        size: watched,
        bar: '<= 120 s',
        figure: `${rings} s`,
        met: rings <= barSeconds,
      },
    ],
  }
}
