/** What has been started and must be ended, also when a start fails half-way. */
export interface Closing {
  add(close: () => void | Promise<void>): void
  /** Ends everything, the newest first; once, however often it is called. */
  closeAll(): Promise<void>
}

export const createClosing = (): Closing => {
  const steps: (() => void | Promise<void>)[] = []
  let closed: Promise<void> | undefined
  const run = async () => {
    for (let step = steps.pop(); step; step = steps.pop()) {
      try {
        await step()
      } catch (error) {
        console.error(`while closing: ${error instanceof Error ? error.message : error}`)
      }
    }
  }
  return {
    add: (close) => {
      // Started after the end began: ended at once.
      if (closed) void Promise.resolve(close()).catch(() => undefined)
      else steps.push(close)
    },
    closeAll: () => {
      closed ??= run()
      return closed
    },
  }
}
