import { WhatIfKeyReusedError, WhatIfUnderWayError } from '../errors.ts'
import { asksTheSame, isUnderWay, standingAt, type WhatIfJob } from './job.ts'
import type { WhatIfJobs, WhatIfQueue } from './what-if-jobs.ts'

export interface AskPorts {
  readonly jobs: Pick<WhatIfJobs, 'ask' | 'read' | 'all' | 'withdraw'>
  readonly queue: WhatIfQueue
  readonly clock: () => number
}

/** Whoever else is under way, and is the same question or has to be waited for. */
const otherThan = async ({ jobs, clock }: AskPorts, asked: WhatIfJob): Promise<WhatIfJob | undefined> => {
  const now = clock()
  const others = (await jobs.all()).filter((job) => job.id !== asked.id && isUnderWay(standingAt(job, now)))
  const another = others.find((job) => !asksTheSame(job, asked))
  if (another) throw new WhatIfUnderWayError(another.id)
  return others.toSorted((one, other) => (one.id < other.id ? -1 : 1))[0]
}

/**
 * Keeps a question, and looks once more: of those who were asked in one moment, and saw nobody before, none goes on; of the
 * same question one.
 */
const keepAlone = async (ports: AskPorts, asked: WhatIfJob): Promise<WhatIfJob> => {
  await ports.jobs.ask(asked)
  try {
    const same = await otherThan(ports, asked)
    if (!same || asked.id < same.id) return asked
    await ports.jobs.withdraw(asked.id)
    return same
  } catch (error) {
    await ports.jobs.withdraw(asked.id)
    throw error
  }
}

/**
 * Has a question answered, one at a time. The same one, asked while it is under way or under the same key, is the one that
 * there is; a question whose answer was lost on its way to the queue gets there when it is asked again.
 *
 * @throws {WhatIfUnderWayError} while another one is answered
 * @throws {WhatIfKeyReusedError} where the key asked something else before
 */
export const askWhatIf = async (ports: AskPorts, asked: WhatIfJob): Promise<WhatIfJob> => {
  const known = await ports.jobs.read(asked.id)
  if (known && !asksTheSame(known, asked)) throw new WhatIfKeyReusedError()
  const other = known ? undefined : await otherThan(ports, asked)
  if (other) return other
  const job = known ?? (await keepAlone(ports, asked))
  if (job.standing.state === 'queued') await ports.queue.send(job.id)
  return job
}
