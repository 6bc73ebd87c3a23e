import { isTrouble } from '../api/trouble.ts'
import { pauseAfter } from './pause.ts'

export interface Repeated {
  /** At once, or right after what is running: what it finds is younger than the asking. */
  now(): Promise<void>
  stop(): void
}

/** A page that nobody looks at asks less often, and yet hears what comes. */
const hiddenFactor = 3

/** Does `work` again and again, until it is stopped or nobody is signed in any more. */
export const repeat = (work: () => Promise<void>, everyMs: number): Repeated => {
  let failures = 0
  let stopped = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | undefined

  const once = async (): Promise<void> => {
    try {
      await work()
      failures = 0
    } catch (error) {
      failures += 1
      if (isTrouble(error, 'signed-out')) stopped = true
    }
  }
  const run = (): Promise<void> => {
    clearTimeout(timer)
    running ??= once().finally(() => {
      running = undefined
      const pace = document.hidden ? everyMs * hiddenFactor : everyMs
      if (!stopped) timer = setTimeout(run, pauseAfter(pace, failures))
    })
    return running
  }

  const afresh = async (): Promise<void> => {
    await running
    return run()
  }

  void run()
  return {
    now: afresh,
    stop: () => {
      stopped = true
      clearTimeout(timer)
    },
  }
}
