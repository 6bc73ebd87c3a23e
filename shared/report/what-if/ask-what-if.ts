import { WhatIfKeyReusedError, WhatIfUnderWayError } from '../errors.ts'
import { asksTheSame, isUnderWay, standingAt, type WhatIfJob } from './job.ts'
import type { WhatIfJobs, WhatIfQueue } from './what-if-jobs.ts'

export interface AskPorts {
  readonly jobs: Pick<WhatIfJobs, 'ask' | 'read' | 'all'>
  readonly queue: WhatIfQueue
  readonly clock: () => number
}

/**
 * Has a question answered, one at a time. The same one, asked while it is under way or under the same key, is the one that
 * there is; a question whose answer was lost on its way to the queue gets there when it is asked again.
 *
 * @throws {WhatIfUnderWayError} while another one is answered
 * @throws {WhatIfKeyReusedError} where the key asked something else before
 */
export const askWhatIf = async ({ jobs, queue, clock }: AskPorts, asked: WhatIfJob): Promise<WhatIfJob> => {
  const known = await jobs.read(asked.id)
  if (known && !asksTheSame(known, asked)) throw new WhatIfKeyReusedError()
  if (!known) {
    const now = clock()
    const other = (await jobs.all()).find((job) => isUnderWay(standingAt(job, now)))
    if (other && asksTheSame(other, asked)) return other
    if (other) throw new WhatIfUnderWayError(other.id)
    await jobs.ask(asked)
  }
  const job = known ?? asked
  if (job.standing.state === 'queued') await queue.send(job.id)
  return job
}
