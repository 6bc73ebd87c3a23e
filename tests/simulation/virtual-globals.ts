import { running } from './invocation.ts'
import type { VirtualTime } from './virtual-time.ts'

/** Real time's own turn of the event loop: everything that waits for nothing has happened when it is over. */
const realTurn = setImmediate
export const settled = (): Promise<void> => new Promise((resolve) => realTurn(resolve))

/**
 * Lets clocks, timers and time limits of everything that runs inside go by virtual time, each door by its own clock.
 * Only one world at a time may do so.
 */
export const withVirtualGlobals = async <T>(
  time: VirtualTime,
  random: () => number,
  fetchInside: typeof fetch,
  run: () => Promise<T>,
): Promise<T> => {
  const real = {
    random: Math.random,
    now: Date.now,
    setTimeout,
    clearTimeout,
    timeout: AbortSignal.timeout,
    fetch: globalThis.fetch,
  }
  const late = (run: (...given: unknown[]) => void, ms = 0, ...given: unknown[]) =>
    new VirtualTimer(time, ms, () => run(...given))
  const limit = (ms: number) => {
    const ends = new AbortController()
    time.after(ms, () => ends.abort(new DOMException('The operation was aborted due to timeout', 'TimeoutError')))
    return ends.signal
  }
  // The SDK waits a random while before it repeats a call.
  Math.random = random
  Date.now = () => time.now() + (running.getStore()?.skewMs ?? 0)
  Object.assign(globalThis, {
    setTimeout: late,
    clearTimeout: (timer?: unknown) => timer instanceof VirtualTimer && timer.close(),
  })
  Object.assign(globalThis, { fetch: fetchInside })
  Object.assign(AbortSignal, { timeout: limit })
  try {
    return await run()
  } finally {
    Math.random = real.random
    Date.now = real.now
    Object.assign(globalThis, { setTimeout: real.setTimeout, clearTimeout: real.clearTimeout, fetch: real.fetch })
    Object.assign(AbortSignal, { timeout: real.timeout })
  }
}

/** What Node's own timers offer, as far as anybody asks. */
class VirtualTimer {
  readonly #time: VirtualTime
  readonly #n: number

  constructor(time: VirtualTime, ms: number, run: () => void) {
    this.#time = time
    this.#n = time.after(ms, run)
  }

  close(): void {
    this.#time.cancel(this.#n)
  }

  ref(): this {
    return this
  }

  unref(): this {
    return this
  }

  hasRef(): boolean {
    return true
  }
}
