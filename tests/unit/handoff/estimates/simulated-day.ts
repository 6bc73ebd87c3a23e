import { likelyWait } from '#shared/handoff/estimates/likely-wait.ts'
import { sampleOf, type Waited } from '#shared/handoff/estimates/wait-sample.ts'
import { seededRandom } from '#shared/words/training/random.ts'

export interface Day {
  readonly seed: number
  /** Customers an hour, by the hour of a day that begins at 8. */
  readonly arrivals: readonly number[]
  /** Agents there, by the minute. */
  readonly agentsAt: (minute: number) => number
  /** Whether who waits counts, as it does in what is told. @default true */
  readonly censored?: boolean
}

export interface DayFigures {
  readonly customers: number
  readonly told: number
  /** Of those told, answered within it. */
  readonly kept: number
  readonly meanBound: number
}

const minute = 60_000
const meanHandleMinutes = 8
const toReply = minute
const every = 3
const windowMs = 120 * minute
const enough = 30

/** One team, first come first served, a second at a time; customers are told what the last estimate says as they come. */
export const simulateDay = ({ seed, arrivals, agentsAt, censored = true }: Day): DayFigures => {
  const random = seededRandom(seed)
  const all: (Waited & { firstClaimedAt?: number; firstReplyAt?: number; bound?: number | undefined })[] = []
  const line: typeof all = []
  let busy: number[] = []
  let bound: number | undefined
  const estimate = (now: number) => {
    const recent = all.filter(({ openedAt }) => openedAt > now - windowMs)
    // Only what has happened by now is known.
    const samples = recent.flatMap(({ firstReplyAt, ...rest }) => {
      const known = firstReplyAt !== undefined && firstReplyAt <= now ? { ...rest, firstReplyAt } : rest
      const sample = sampleOf(known, 'care', now)
      return sample && (censored || sample.answered) ? [sample] : []
    })
    const longestMs = censored ? Math.max(0, ...line.map(({ openedAt }) => now - openedAt)) : 0
    bound = likelyWait(samples, { waiting: censored ? line.length : 0, longestMs }, enough)
  }
  for (let now = 0; now < (arrivals.length + 3) * 60 * minute; now += 1_000) {
    const [minutes, perHour] = [Math.floor(now / minute), arrivals[Math.floor(now / minute / 60)] ?? 0]
    if (now % (every * minute) === 0) estimate(now)
    if (random() < perHour / 3_600) {
      const one = { team: 'care', openedAt: now, teamSince: now, bound }
      all.push(one)
      line.push(one)
    }
    busy = busy.filter((until) => until > now)
    while (busy.length < agentsAt(minutes) && line.length > 0) {
      const next = line.shift()
      if (next) Object.assign(next, { firstClaimedAt: now, firstReplyAt: now + toReply })
      busy.push(now + toReply - Math.log(1 - random()) * meanHandleMinutes * minute)
    }
  }
  const told = all.flatMap(({ bound: said, openedAt, firstReplyAt = Number.POSITIVE_INFINITY }) =>
    said === undefined ? [] : [{ said, kept: firstReplyAt - openedAt <= said * minute }],
  )
  return {
    customers: all.length,
    told: told.length,
    kept: told.filter(({ kept }) => kept).length / told.length,
    meanBound: told.reduce((sum, { said }) => sum + said, 0) / told.length,
  }
}
