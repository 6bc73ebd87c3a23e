import { seededRandom } from '#shared/words/training/random.ts'
import type { Arrival, Asking } from '#tests/simulation/line-watch.ts'

/** What somebody would build to hand out the longest conversation first. */
export interface Design {
  readonly name: string
  readonly open: (random: () => number) => Line
}

interface Line {
  add(arrival: Arrival): void
  /** Takes the one that the design would hand out at this moment; `id` is the one that was taken in truth. */
  take(at: number, id: string): Arrival | undefined
}

const minute = 60_000

/** SQS FIFO with the team as its group: in the order of sending. */
const fifo: Design = {
  name: 'one FIFO queue per team',
  open: () => {
    const queue: Arrival[] = []
    return { add: (arrival) => queue.push(arrival), take: () => queue.shift() }
  },
}

const bands = [60, 30, 15, 5, 1].map((minutes) => minutes * minute)

/** A queue for each age at which conversations come, the oldest band served first. */
const ageBands: Design = {
  name: 'age-band queues',
  open: () => {
    const queues: Arrival[][] = Array.from({ length: bands.length + 1 }, () => [])
    const bandOf = ({ place, queuedAt }: Arrival) => bands.findIndex((age) => queuedAt - place >= age)
    return {
      add: (arrival) => queues.at(bandOf(arrival))?.push(arrival),
      take: () => queues.find((queue) => queue.length > 0)?.shift(),
    }
  },
}

const received = 10

/** A standard queue hands out ten of those it has on one of its servers, in no order; the oldest of them is taken. */
const receiveTen: Design = {
  name: 'receive ten and sort',
  open: (random) => {
    const queue: Arrival[] = []
    return {
      add: (arrival) => queue.push(arrival),
      take: () => {
        const places = new Set<number>()
        while (places.size < Math.min(received, queue.length)) places.add(Math.floor(random() * queue.length))
        const best = [...places].sort((one, other) => placeAt(queue, one) - placeAt(queue, other))[0]
        return best === undefined ? undefined : queue.splice(best, 1)[0]
      },
    }
  },
}

const placeAt = (queue: readonly Arrival[], at: number): number => queue[at]?.place ?? 0

/** Usually a fraction of a second behind, now and then seconds. */
const lagMs = (random: () => number): number => (random() < 0.01 ? 1_000 + random() * 4_000 : 20 + random() * 480)

/** A global secondary index sorted by start: exact, but for what it does not show yet. */
const sortedIndex: Design = {
  name: 'index sorted by start',
  open: (random) => {
    const line: { readonly arrival: Arrival; readonly seenFrom: number }[] = []
    return {
      add: (arrival) => line.push({ arrival, seenFrom: arrival.queuedAt + lagMs(random) }),
      take: (at) => {
        const seen = line.filter(({ seenFrom }) => seenFrom <= at)
        const first = seen.sort((one, other) => one.arrival.place - other.arrival.place)[0]
        if (first) line.splice(line.indexOf(first), 1)
        return first?.arrival
      },
    }
  },
}

/** What Baton handed out. */
const asItWas: Design = {
  name: 'Baton',
  open: () => {
    const line = new Map<string, Arrival>()
    return {
      add: (arrival) => line.set(arrival.id, arrival),
      take: (_, id) => {
        const taken = line.get(id)
        line.delete(id)
        return taken
      },
    }
  },
}

export const designs: readonly Design[] = [fifo, ageBands, receiveTen, sortedIndex]

export interface Compared {
  readonly design: string
  readonly claims: number
  /** Claims that passed over a conversation that lasted longer and waited already. */
  readonly notLongest: number
  /** By how much the longest that was passed over had lasted longer, in ms; one for each of those claims. */
  readonly passedOverMs: readonly number[]
  /** How long each conversation had lasted when it was taken, in ms. */
  readonly totalsMs: readonly number[]
}

interface Moment extends Asking {
  readonly arrival?: Arrival
}

/** The same conversations come and the same agents ask; each design hands out what it would, and ours what it did. */
export const compare = (
  arrivals: readonly Arrival[],
  askings: readonly Asking[],
  seed: number,
): readonly Compared[] => {
  const moments: readonly Moment[] = [
    ...arrivals.map((arrival) => ({ ...arrival, at: arrival.queuedAt, arrival })),
    ...askings,
  ].sort((one, other) => one.order - other.order)
  return [asItWas, ...designs].map((design) => judge(design, moments, seededRandom(seed)))
}

const judge = ({ name, open }: Design, moments: readonly Moment[], random: () => number): Compared => {
  const lines = new Map<string, { readonly line: Line; readonly waiting: Map<string, Arrival> }>()
  const passedOverMs: number[] = []
  const totalsMs: number[] = []
  for (const { at, team, id, arrival } of moments) {
    const { line, waiting } = lines.get(team) ?? { line: open(random), waiting: new Map<string, Arrival>() }
    lines.set(team, { line, waiting })
    if (arrival) {
      line.add(arrival)
      waiting.set(id, arrival)
      continue
    }
    const taken = line.take(at, id)
    if (!taken) continue
    waiting.delete(taken.id)
    totalsMs.push(at - taken.startedAt)
    const longest = Math.min(...[...waiting.values()].map(({ place }) => place))
    if (longest < taken.place) passedOverMs.push(taken.place - longest)
  }
  return { design: name, claims: totalsMs.length, notLongest: passedOverMs.length, passedOverMs, totalsMs }
}
