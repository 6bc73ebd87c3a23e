/** What happens next, in order of time; of one moment in the order in which it was put down. */
export interface Agenda {
  /** The simulated time. */
  now(): number
  at(time: number, happens: () => void | Promise<void>): void
  /** Until nothing is left, or the end is reached. */
  run(end: number): Promise<void>
}

interface Entry {
  readonly time: number
  readonly order: number
  readonly happens: () => void | Promise<void>
}

const isBefore = (one: Entry, other: Entry): boolean =>
  one.time < other.time || (one.time === other.time && one.order < other.order)

/** A binary heap: hundreds of thousands of entries come and go. */
export const createAgenda = (start: number): Agenda => {
  const heap: Entry[] = []
  let [time, order] = [start, 0]
  const at = (index: number): Entry => {
    const entry = heap[index]
    if (!entry) throw new RangeError(`the agenda has no entry ${index}`)
    return entry
  }
  const swap = (one: number, other: number): void => {
    const entry = at(one)
    heap[one] = at(other)
    heap[other] = entry
  }
  const rise = (index: number): void => {
    for (let child = index; child > 0; ) {
      const parent = (child - 1) >> 1
      if (!isBefore(at(child), at(parent))) return
      swap(child, parent)
      child = parent
    }
  }
  const sink = (): void => {
    for (let parent = 0; ; ) {
      const [left, right] = [2 * parent + 1, 2 * parent + 2]
      if (left >= heap.length) return
      const child = right < heap.length && isBefore(at(right), at(left)) ? right : left
      if (!isBefore(at(child), at(parent))) return
      swap(child, parent)
      parent = child
    }
  }
  const take = (): Entry => {
    const first = at(0)
    const last = heap.pop()
    if (last && heap.length > 0) {
      heap[0] = last
      sink()
    }
    return first
  }

  return {
    now: () => time,
    at: (when, happens) => {
      // Clocks of the product count whole milliseconds.
      heap.push({ time: Math.max(Math.ceil(when), time), order: order++, happens })
      rise(heap.length - 1)
    },
    run: async (end) => {
      while (heap.length > 0 && at(0).time < end) {
        const entry = take()
        time = entry.time
        await entry.happens()
      }
    },
  }
}
