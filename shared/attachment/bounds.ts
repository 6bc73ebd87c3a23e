/** Lets so many run at once; the others wait in their order. */
export type Turns = <T>(run: () => Promise<T>) => Promise<T>

export const turnsOf = (most: number): Turns => {
  const waiting: (() => void)[] = []
  let running = 0
  return async (run) => {
    if (running >= most) await new Promise<void>((next) => waiting.push(next))
    else running += 1
    try {
      return await run()
    } finally {
      const next = waiting.shift()
      // Whoever waited longest takes the place over.
      if (next) next()
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
