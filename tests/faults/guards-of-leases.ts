import type { Guard } from './guards.ts'

const tickets = 'tests/unit/handoff/claim-tickets.test.ts'
const sweep = 'tests/unit/handoff/sweep.test.ts'

/** When a lease is over, and who is told. */
export const leaseGuards: readonly Guard[] = [
  {
    invariant: 'I7',
    file: 'shared/handoff/claim.ts',
    source: 'if (left <= alarmEarlyMs) {',
    without: 'if (left < 0) {',
    testFile: tickets,
    test: 'before the lease ends rings again when it is over',
  },
  {
    invariant: 'I7',
    file: 'shared/handoff/sweep.ts',
    source: 'await setAlarms(ports, team, running)',
    without: '',
    testFile: sweep,
    test: 'a lease that nobody accepted in its first minute gets an alarm',
  },
  {
    invariant: 'I3',
    file: 'shared/handoff/take-back.ts',
    source: 'if (lease.leaseUntil > now) return false',
    without: '',
    testFile: 'tests/unit/handoff/take-back.test.ts',
    test: 'a lease that is not over by the clock of now is left alone',
  },
  {
    invariant: 'I3',
    file: 'shared/aws/dynamo-clock.ts',
    source: 'return isOutside ? Math.round((least + most) / 2) : offsetMs',
    without: 'return offsetMs',
    testFile: 'tests/unit/aws/dynamo-clock.test.ts',
    test: 'is right to the second after one answer',
  },
]
