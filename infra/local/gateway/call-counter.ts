export interface CallCount {
  /** A function's name such as `TakeTurn`, `<name> event source`, or `operator`. */
  readonly caller: string
  readonly service: string
  readonly operation: string
  readonly count: number
  /** How many of them the caller's role did not allow. */
  readonly denied: number
}

/** Counts AWS calls by caller and operation. */
export interface CallCounter {
  add(caller: string, service: string, operation: string, denied?: boolean): void
  all(): CallCount[]
  reset(): void
}

export const createCallCounter = (): CallCounter => {
  const counts = new Map<string, CallCount>()
  return {
    add: (caller, service, operation, denied = false) => {
      const key = `${caller} ${service} ${operation}`
      const { count = 0, denied: deniedSoFar = 0 } = counts.get(key) ?? {}
      counts.set(key, { caller, service, operation, count: count + 1, denied: deniedSoFar + (denied ? 1 : 0) })
    },
    all: () => [...counts.values()],
    reset: () => counts.clear(),
  }
}
