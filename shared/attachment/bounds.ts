/** Lets so many run at once; the others wait. */
export type Turns = <T>(run: () => Promise<T>, owner?: string) => Promise<T>

interface Waiting {
  readonly owner: string
  readonly begin: () => void
}

/** Of those who wait, whoever had the fewest turns goes first, then who came first: many of one owner's hold up nobody else's one. */
export const turnsOf = (most: number): Turns => {
  const waiting: Waiting[] = []
  const turnsHad = new Map<string, number>()
  const had = (owner: string): number => turnsHad.get(owner) ?? 0
  let running = 0

  const next = (): Waiting | undefined => {
    const least = Math.min(...waiting.map(({ owner }) => had(owner)))
    const [first] = waiting.splice(
      waiting.findIndex(({ owner }) => had(owner) === least),
      1,
    )
    if (first) turnsHad.set(first.owner, least + 1)
    else turnsHad.clear()
    return first
  }

  return async (run, owner = '') => {
    if (running >= most) await new Promise<void>((begin) => waiting.push({ owner, begin }))
    else {
      running += 1
      turnsHad.set(owner, had(owner) + 1)
    }
    try {
      return await run()
    } finally {
      const first = next()
      // The place is handed over.
      if (first) first.begin()
      else running -= 1
    }
  }
}

/** Bytes that may be held at once by all who ask. */
export interface Room {
  /** False where there is no room for so many: nobody waits for it. */
  take(bytes: number): boolean
  give(bytes: number): void
}

export const roomFor = (most: number): Room => {
  let left = most
  return {
    take: (bytes) => {
      if (bytes > left) return false
      left -= bytes
      return true
    },
    give: (bytes) => {
      left += bytes
    },
  }
}
