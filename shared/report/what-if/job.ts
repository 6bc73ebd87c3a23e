import type { BatonConfig } from '../../config/config.ts'
import type { WhatIf } from './replay-log.ts'

/** The part of a configuration that turns are decided by, complete and checked. */
export type TriedConfig = Pick<BatonConfig, 'triggers' | 'routing' | 'teams' | 'defaultTeam'>

export interface Candidate {
  readonly config: TriedConfig
  /** Short hash, as each turn is logged with. */
  readonly version: string
}

/** Why there is no result: it could not be done, or not in time, or its run ended without a word, or never began. */
export type FailureCause = 'failed' | 'took-too-long' | 'died' | 'not-started'

/** How far a run is; times are epoch milliseconds. */
export interface Reached {
  readonly turns: number
  /** When the last of them was taken. */
  readonly takenAt?: number
}

/** Differences that were found, and as many of them as are kept. */
export interface FoundDifferences {
  readonly found: number
  readonly kept: number
}

/** Whoever runs it writes its own `runId` with all it says: what another run left is not overwritten by one that is late. */
export type Standing =
  | { readonly state: 'queued' }
  | { readonly state: 'running'; readonly runId: string; readonly aliveAt: number; readonly reached: Reached }
  | {
      readonly state: 'done'
      readonly runId: string
      readonly endedAt: number
      readonly result: WhatIf
      readonly differences: FoundDifferences
    }
  | { readonly state: 'failed'; readonly runId?: string; readonly endedAt: number; readonly cause: FailureCause }

/** What a run says of its job. */
export type StandingOfRun = Standing & { readonly runId: string }

/** One question "what if", from when it was asked until it is forgotten. */
export interface WhatIfJob {
  readonly id: string
  readonly askedAt: number
  /** Turns taken in [from, to). */
  readonly from: number
  readonly to: number
  readonly candidate: Candidate
  readonly standing: Standing
}

/** A run says every two seconds that it lives: silent for so long, nobody runs it any more. */
export const silentMs = 120_000
/** A queue hands a job over behind the one before: a run has a quarter of an hour, and one that died blocks it as long. */
export const unstartedMs = 40 * 60_000
/** How long an answer is kept. */
export const keptMs = 7 * 86_400_000

/** As it stands at that time: a run that fell silent cannot say itself that it failed. */
export const standingAt = ({ askedAt, standing }: WhatIfJob, now: number): Standing => {
  if (standing.state === 'running' && now - standing.aliveAt > silentMs)
    return { state: 'failed', runId: standing.runId, endedAt: standing.aliveAt, cause: 'died' }
  if (standing.state === 'queued' && now - askedAt > unstartedMs)
    return { state: 'failed', endedAt: askedAt, cause: 'not-started' }
  return standing
}

export const isUnderWay = ({ state }: Standing): boolean => state === 'queued' || state === 'running'

/** The same question: the same turns under the same configuration. */
export const asksTheSame = (one: WhatIfJob, other: WhatIfJob): boolean =>
  one.from === other.from && one.to === other.to && one.candidate.version === other.candidate.version
