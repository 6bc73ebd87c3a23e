import { checkCandidate } from '#shared/report/what-if/check-candidate.ts'
import { confusing } from '#shared/report/what-if/confusion.ts'
import type { StandingOfRun, WhatIfJob } from '#shared/report/what-if/job.ts'
import { tallying } from '#shared/report/what-if/tally.ts'
import type { ToldDifference } from '#shared/report/what-if/told-difference.ts'
import { mondayMorning } from './test-clock.ts'
import { testConfig } from './test-config.ts'

const day = 86_400_000

export const whatIfJob = (more: Partial<WhatIfJob> = {}): WhatIfJob => ({
  id: 'wi_1',
  askedAt: mondayMorning,
  from: mondayMorning - 7 * day,
  to: mondayMorning,
  candidate: checkCandidate(testConfig(), { triggers: { frustration: { certain: 0.9 } } }),
  standing: { state: 'queued' },
  ...more,
})

export const runningStanding = (runId: string, aliveAt: number): StandingOfRun => ({
  state: 'running',
  runId,
  aliveAt,
  reached: { turns: 10, takenAt: aliveAt - day },
})

export const doneStanding = (runId: string, endedAt: number): StandingOfRun => ({
  state: 'done',
  runId,
  endedAt,
  result: {
    turns: 12,
    conversations: 7,
    shadow: {},
    tally: tallying(testConfig()).result(),
    confusion: confusing().result(0),
  },
  differences: { found: 1, kept: 1 },
})

const fired = {
  trigger: 'frustration',
  kind: 'failure',
  reason: 'sounds angry',
  evidence: { matched: 'twice now', score: 0.5, threshold: 0.45 },
} as const

/** A handoff that would not be made any more. */
export const toldGone: ToldDifference = {
  kind: 'gone',
  conversationId: 't1.1',
  threadId: 't1',
  open: false,
  outcome: 'solved',
  before: { at: mondayMorning - day, asked: 'I told you twice now', team: 'care', rule: 'default', fired: [fired] },
}
