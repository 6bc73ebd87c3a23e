import { secondsBetween } from '../clocks.ts'
import { groupedBy } from './counts.ts'
import type { Entry } from './entry.ts'
import { rank } from './spread.ts'

/** A person did what the assistant had been asked. */
export interface MovedWork {
  readonly kind: string
  readonly trigger: string
  readonly handoffs: number
  /** Those that somebody took and that have ended. */
  readonly handled: number
  readonly seconds: number
}

/** What nobody had to do: an estimate. */
export interface RemovedWork {
  /** As the nearest article has it; `-` where none was found. */
  readonly topic: string
  readonly conversations: number
  /** Of handled handoffs of the same topic, of all where there were fewer than five. */
  readonly medianSeconds: number
  readonly seconds: number
}

export interface Work {
  readonly moved: readonly MovedWork[]
  readonly movedSeconds: number
  /** Absent where the assistant's turns are not logged. */
  readonly removed?: readonly RemovedWork[]
  readonly removedSeconds?: number
}

const leastHandled = 5

const handled = (entries: readonly Entry[]): readonly number[] =>
  entries.flatMap(({ firstClaimedAt, endedAt }) => secondsBetween(firstClaimedAt, endedAt) ?? [])

const median = (values: readonly number[]): number =>
  rank(
    values.toSorted((a, b) => a - b),
    0.5,
  ) ?? 0
const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0)

/** How long people had what they were handed. */
export interface Handled {
  /** Of those that are meant, of all where fewer than five were handled. */
  medianOf(isMeant: (entry: Entry) => boolean): number
}

export const handledTimes = (entries: readonly Entry[]): Handled => {
  const all = median(handled(entries))
  return {
    medianOf: (isMeant) => {
      const times = handled(entries.filter(isMeant))
      return times.length >= leastHandled ? median(times) : all
    },
  }
}

const movedBy = (entries: readonly Entry[]): readonly MovedWork[] =>
  groupedBy(entries, ({ kind, trigger }) => `${kind} ${trigger}`)
    .map(([name, own]) => {
      const [kind = '', trigger = ''] = name.split(' ')
      const times = handled(own)
      return { kind, trigger, handoffs: own.length, handled: times.length, seconds: sum(times) }
    })
    .toSorted((a, b) => b.seconds - a.seconds || (a.trigger < b.trigger ? -1 : 1))

const removedBy = (entries: readonly Entry[], alone: Readonly<Record<string, number>>): readonly RemovedWork[] => {
  const { medianOf } = handledTimes(entries)
  return Object.entries(alone)
    .map(([topic, conversations]) => {
      const medianSeconds = medianOf((entry) => entry.topic === topic)
      return { topic, conversations, medianSeconds, seconds: conversations * medianSeconds }
    })
    .toSorted((a, b) => b.seconds - a.seconds || (a.topic < b.topic ? -1 : 1))
}

/** @param alone conversations that the assistant ended without a person, by topic */
export const workOf = (entries: readonly Entry[], alone: Readonly<Record<string, number>> | undefined): Work => {
  const moved = movedBy(entries)
  const removed = alone && removedBy(entries, alone)
  return {
    moved,
    movedSeconds: sum(moved.map(({ seconds }) => seconds)),
    ...(removed && { removed, removedSeconds: sum(removed.map(({ seconds }) => seconds)) }),
  }
}
