import { AsyncLocalStorage } from 'node:async_hooks'

/** One run of a door. */
export interface Invocation {
  readonly id: number
  readonly door: string
  /** Counts the runs of this door, from 1. */
  readonly run: number
  /** How far the clock of its environment is off, in milliseconds. */
  readonly skewMs: number
  /** Crashed or out of time: none of its calls comes back any more. */
  over: boolean
  /** Which of its door's execution environments it runs in, from 0. */
  environment?: number
  readonly counts: Map<string, number>
  /** The calls of its clients by their own invocation ids: a repeat is the same call. */
  readonly calls: Map<string, { readonly index: number; attempts: number }>
  /** Ends it from outside, as a crash does. */
  readonly end: (outcome: 'crashed' | 'timed-out') => void
}

export const running = new AsyncLocalStorage<Invocation>()

/** Never comes back. */
export const never = <T>(): Promise<T> => new Promise<T>(() => undefined)
