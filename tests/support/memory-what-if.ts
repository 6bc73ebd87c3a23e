import type { BatonConfig } from '#shared/config/config.ts'
import { checkCandidate } from '#shared/report/what-if/check-candidate.ts'
import type { WhatIfDesk } from '#shared/report/what-if/desk.ts'
import { isUnderWay, type StandingOfRun, type WhatIfJob } from '#shared/report/what-if/job.ts'
import type { ToldDifference } from '#shared/report/what-if/told-difference.ts'
import type { WhatIfJobs } from '#shared/report/what-if/what-if-jobs.ts'
import { testConfig } from './test-config.ts'

export const memoryWhatIfJobs = (): WhatIfJobs => {
  const jobs = new Map<string, WhatIfJob>()
  const pages = new Map<string, readonly ToldDifference[][]>()
  const changed = (id: string, standing: StandingOfRun, mayBegin: boolean): boolean => {
    const job = jobs.get(id)
    const runId = job && 'runId' in job.standing ? job.standing.runId : undefined
    if (!job || !(runId === standing.runId || (mayBegin && job.standing.state === 'queued'))) return false
    jobs.set(id, { ...job, standing: structuredClone(standing) })
    return true
  }
  const quotes = (id: string, threadIds: readonly string[]) =>
    (pages.get(id) ?? []).flat().some(({ threadId }) => threadIds.includes(threadId))
  return {
    ask: async (job) => {
      if (jobs.has(job.id)) return false
      jobs.set(job.id, structuredClone(job))
      return true
    },
    withdraw: async (id) => void jobs.delete(id),
    read: async (id) => structuredClone(jobs.get(id)),
    all: async () => structuredClone([...jobs.values()]),
    begin: async (id, standing) => changed(id, standing, true),
    goOn: async (id, standing) => changed(id, standing, false),
    keep: async ({ id }, page, differences) => {
      pages.set(id, (pages.get(id) ?? []).toSpliced(page, 1, [...differences]))
    },
    differences: async (id, page) => {
      const of = pages.get(id) ?? []
      return { differences: of[page] ?? [], ...(of[page + 1] && { next: page + 1 }) }
    },
    drop: async (id) => void pages.delete(id),
    forget: async (threadIds) => {
      if (threadIds.length === 0) return 0
      let forgotten = 0
      for (const { id, standing } of [...jobs.values()]) {
        if (standing.state === 'queued' || !(quotes(id, threadIds) || isUnderWay(standing))) continue
        jobs.delete(id)
        pages.delete(id)
        forgotten += 1
      }
      return forgotten
    },
  }
}

/** Questions in memory, and what went to the queue. */
export const memoryWhatIf = (
  config: BatonConfig = testConfig(),
): WhatIfDesk & { readonly jobs: WhatIfJobs; readonly sent: string[] } => {
  const sent: string[] = []
  return {
    sent,
    jobs: memoryWhatIfJobs(),
    queue: { send: async (id) => void sent.push(id) },
    candidateOf: async (patch) => checkCandidate(config, patch),
  }
}
