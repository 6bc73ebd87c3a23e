import { errorName } from '../../log/error-name.ts'
import type { Log } from '../../log/log.ts'
import { conversationLines } from '../conversation-lines.ts'
import type { ConversationLog, LoggedConversation } from '../conversation-log.ts'
import type { LogLine } from '../log-lines.ts'
import type { FailureCause, Reached, StandingOfRun, WhatIfJob } from './job.ts'
import { keepDifferences } from './keep-differences.ts'
import { watchedPeriod } from './period.ts'
import type { ReplayConfig, ReplayWorld } from './replay.ts'
import { replayLog } from './replay-log.ts'
import type { WhatIfJobs } from './what-if-jobs.ts'

export interface RunPorts {
  readonly jobs: WhatIfJobs
  readonly conversations: ConversationLog
  readonly ears: ReplayWorld['ears']
  /** As deployed: what a candidate does not say. */
  readonly config: ReplayConfig
  readonly clock: () => number
  readonly newId: () => string
  readonly log: Log
}

const beatMs = 2_000

/** Whoever asked is not there any more: its job was erased, or is another run's. */
class GoneError extends Error {}
class TookTooLongError extends Error {}

/**
 * Answers one question, saying all the while how far it is. A job that comes again while it is running was dropped by a run
 * that died: what made that one die would make the next one die, too, so it is said as failed.
 *
 * @param endsAt when the run has to be over, epoch milliseconds
 */
export const runWhatIf = async (ports: RunPorts, id: string, endsAt: number): Promise<void> => {
  const { jobs, clock, log } = ports
  const job = await jobs.read(id)
  if (!job) return jobs.drop(id)
  if (job.standing.state === 'running') {
    const { runId } = job.standing
    await end(ports, job, { state: 'failed', runId, endedAt: clock(), cause: 'died' })
    return
  }
  const runId = ports.newId()
  const running = (reached: Reached): Running => ({ state: 'running', runId, aliveAt: clock(), reached })
  if (job.standing.state !== 'queued' || !(await jobs.begin(id, running({ turns: 0 })))) return
  try {
    const beat = async (reached: Reached): Promise<void> => {
      if (clock() > endsAt) throw new TookTooLongError()
      if (!(await jobs.goOn(id, running(reached)))) throw new GoneError()
    }
    const done = await answer(ports, job, beat)
    const isTold = await jobs.goOn(id, { state: 'done', runId, endedAt: clock(), ...done })
    if (!isTold) throw new GoneError()
    log({ event: 'what-if.done', jobId: id, turns: done.result.turns, differences: done.differences.found })
  } catch (error) {
    if (error instanceof GoneError) return jobs.drop(id)
    const cause: FailureCause = error instanceof TookTooLongError ? 'took-too-long' : 'failed'
    log({ event: 'what-if.failed', jobId: id, cause: cause === 'failed' ? errorName(error) : cause })
    await end(ports, job, { state: 'failed', runId, endedAt: clock(), cause })
  }
}

type Running = Extract<StandingOfRun, { state: 'running' }>
type Ended = Extract<StandingOfRun, { state: 'failed' }>

/** An answer in part is none. */
const end = async ({ jobs }: RunPorts, { id }: WhatIfJob, standing: Ended): Promise<void> => {
  await jobs.goOn(id, standing)
  await jobs.drop(id)
}

const answer = async (ports: RunPorts, job: WhatIfJob, beat: (reached: Reached) => Promise<void>) => {
  const { clock, conversations, config, ears, jobs } = ports
  const { period, readTo } = watchedPeriod(job.from, job.to, clock())
  const kept = keepDifferences((page, differences) => jobs.keep(job, page, differences))
  let reached: Reached = { turns: 0 }
  let beatAt = clock()
  const lines = async function* (of: AsyncIterable<LoggedConversation>): AsyncGenerator<LogLine> {
    for await (const conversation of of) {
      if (clock() - beatAt >= beatMs) {
        beatAt = clock()
        await beat(reached)
      }
      await kept.flushFull()
      yield* conversationLines(conversation)
    }
  }
  const world = { config: { ...config, ...job.candidate.config }, ears }
  const result = await replayLog(lines(conversations.read(period.from, readTo)), world, period, {
    difference: kept.add,
    progress: (turns, { at: takenAt }) => {
      reached = { turns, takenAt }
    },
  })
  return { result, differences: await kept.end() }
}
