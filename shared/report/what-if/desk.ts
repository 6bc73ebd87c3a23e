import type { Candidate } from './job.ts'
import type { Json } from './merge-patch.ts'
import type { WhatIfJobs, WhatIfQueue } from './what-if-jobs.ts'

/** Where questions "what if" are asked and answered. */
export interface WhatIfDesk {
  readonly jobs: Pick<WhatIfJobs, 'ask' | 'withdraw' | 'read' | 'all' | 'differences' | 'forget'>
  readonly queue: WhatIfQueue
  /** What is tried, of the changes that somebody wants to try. @throws {CandidateError} */
  readonly candidateOf: (patch: Readonly<Record<string, Json>>) => Promise<Candidate>
}

/** Opened when the first question is asked, or somebody is erased: most who knock do neither. */
export const laterDesk = (open: () => Promise<WhatIfDesk>): WhatIfDesk => {
  let opened: Promise<WhatIfDesk> | undefined
  const desk = (): Promise<WhatIfDesk> => {
    opened ??= open()
    return opened
  }
  return {
    jobs: {
      ask: async (job) => (await desk()).jobs.ask(job),
      withdraw: async (id) => (await desk()).jobs.withdraw(id),
      read: async (id) => (await desk()).jobs.read(id),
      all: async () => (await desk()).jobs.all(),
      differences: async (id, page) => (await desk()).jobs.differences(id, page),
      forget: async (threadIds) => (await desk()).jobs.forget(threadIds),
    },
    queue: { send: async (id) => (await desk()).queue.send(id) },
    candidateOf: async (patch) => (await desk()).candidateOf(patch),
  }
}
