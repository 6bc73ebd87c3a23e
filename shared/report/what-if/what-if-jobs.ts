import type { StandingOfRun, WhatIfJob } from './job.ts'
import type { ToldDifference } from './told-difference.ts'

export interface DifferencePage {
  readonly differences: readonly ToldDifference[]
  /** Of the page behind it. */
  readonly next?: number
}

/** Questions "what if" with what came of them; both are kept for a week. */
export interface WhatIfJobs {
  /** @returns false where one of that id is there already */
  ask(job: WhatIfJob): Promise<boolean>
  /** Takes back a question that was not sent. Idempotent. */
  withdraw(id: string): Promise<void>
  read(id: string): Promise<WhatIfJob | undefined>
  /** All that are kept, in no order. */
  all(): Promise<readonly WhatIfJob[]>
  /** Takes up one that is queued. Repeatable by the same run. @returns false where it is not there, or another's */
  begin(id: string, standing: StandingOfRun): Promise<boolean>
  /** Says how a run goes on. @returns false where it is not there any more, or another's */
  goOn(id: string, standing: StandingOfRun): Promise<boolean>
  /** @param page counted from zero */
  keep(job: WhatIfJob, page: number, differences: readonly ToldDifference[]): Promise<void>
  differences(id: string, page: number): Promise<DifferencePage>
  /** What is kept of its differences goes. */
  drop(id: string): Promise<void>
  /** Whatever quotes one of these threads goes, and what is under way, since it may: how many. Idempotent. */
  forget(threadIds: readonly string[]): Promise<number>
}

/** One at a time, in order; a job may come twice. */
export interface WhatIfQueue {
  send(id: string): Promise<void>
}
