import type { SeenExport, SeenExports } from './export-files.ts'

const minuteMs = 60_000
const hourMs = 3_600_000
/** S3 and DynamoDB tell the time each by its own clock, S3 in whole seconds. */
const clocksApartMs = minuteMs
/** One that is not whole by then has failed, and its pieces hold as much as a whole one. */
const unfinishedMs = 48 * hourMs
/** Athena ends a query after half an hour; its answer may so come after the erasure. */
const queryMs = 30 * minuteMs
/** A day, and time to be written. */
const lateMs = 30 * hourMs

export interface Judgement {
  /** The one that Athena is to read. */
  readonly shown: SeenExport | undefined
  readonly removed: readonly SeenExport[]
  /** Answers from up to then are to go. */
  readonly resultsUntil?: number
  /** How old the newest is, where that is too old. */
  readonly lateHours?: number
}

type Whole = SeenExport & { readonly finished: NonNullable<SeenExport['finished']> }
const isWhole = (one: SeenExport): one is Whole => one.finished !== undefined

const newestOf = (one: number | undefined, other: number | undefined): number | undefined =>
  one === undefined || other === undefined ? (one ?? other) : Math.max(one, other)

/**
 * The newest whole export is read, older ones go, and so does each that is a picture of a time before the last erasure,
 * whenever it becomes whole.
 */
export const judgeExports = ({ exports, erasedAt }: SeenExports, now: number): Judgement => {
  const isClean = ({ finished }: Whole) => erasedAt === undefined || finished.pictureOf > erasedAt + clocksApartMs
  const whole = exports.filter(isWhole)
  const shown = whole.filter(isClean).toSorted((a, b) => b.finished.pictureOf - a.finished.pictureOf)[0]
  const hasFailed = (one: SeenExport) => !isWhole(one) && now - one.startedAt > unfinishedMs
  const removed = exports.filter((one) => (isWhole(one) ? one !== shown : hasFailed(one)))
  const since =
    newestOf(shown?.finished.pictureOf, erasedAt) ?? Math.min(...exports.map(({ startedAt }) => startedAt), now)
  return {
    shown,
    removed,
    ...(erasedAt !== undefined && { resultsUntil: erasedAt + queryMs }),
    ...(now - since > lateMs && { lateHours: Math.floor((now - since) / hourMs) }),
  }
}

/** At its hour each day, and at once where there never was one. */
export const isDue = ({ exports, erasedAt }: SeenExports, now: number, hour: number): boolean =>
  new Date(now).getUTCHours() === hour || (exports.length === 0 && erasedAt === undefined)
