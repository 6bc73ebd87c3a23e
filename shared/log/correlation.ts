import { AsyncLocalStorage } from 'node:async_hooks'
import type { LogEvent } from './log.ts'

/** What a piece of work is about, as far as it is known by now. */
interface Followed {
  ids: readonly string[]
}

const work = new AsyncLocalStorage<Followed>()

/** Conversations' and handoffs' ids begin with their thread's. */
const threadAtHead = /^[0-9a-f]{24}(?=\.|$)/

/** A log line for each, and a header that every proxy lets through. */
const mostIds = 20

const idIn = (id: string): string | undefined => threadAtHead.exec(id)?.[0]

/** The threads that ids belong to, each once. A customer's or a team's id names none. */
const threadsOf = (ids: readonly string[]): readonly string[] =>
  [...new Set(ids.flatMap((id) => idIn(id) ?? []))].slice(0, mostIds)

/** Does work about a thread, or about one that it finds on its way and tells by `follow`. */
export const following = <Result>(ids: readonly string[], doIt: () => Result): Result =>
  work.run({ ids: threadsOf(ids) }, doIt)

/** From here on the work is about these, and nothing else; where nobody follows it, nothing happens. */
export const follow = (...ids: readonly string[]): void => {
  const followed = work.getStore()
  if (followed) followed.ids = threadsOf(ids)
}

/** The correlation ids of the work that is going on. */
export const followed = (): readonly string[] => work.getStore()?.ids ?? []

/** Those of an event: what it names itself, or else what the work is about that it happened in. */
export const correlationsOf = (event: LogEvent): readonly string[] => {
  if ('threadId' in event) return [event.threadId]
  const named = 'handoffId' in event ? idIn(event.handoffId) : undefined
  return named === undefined ? followed() : [named]
}
