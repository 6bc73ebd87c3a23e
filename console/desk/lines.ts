import type { Team, Waiting } from '../api/shapes.ts'

/** One line as it was when the server told it. */
export interface TeamLine {
  readonly team: Team
  readonly waiting: readonly Waiting[]
  /** More of it is there than was asked for. */
  readonly more: boolean
}

/** What the order goes by: the first message, and the head start as if it had come that much earlier. */
export const placeOf = ({ startedAt, headStartSeconds = 0 }: Pick<Waiting, 'startedAt' | 'headStartSeconds'>): number =>
  Date.parse(startedAt) - headStartSeconds * 1_000

const headPlace = ({ waiting: [head] }: TeamLine): number => (head ? placeOf(head) : Number.POSITIVE_INFINITY)

/** The team whose head has lasted longest, among those taken from; undefined where nobody waits. */
export const longestOf = (lines: readonly TeamLine[], teams: readonly string[]): string | undefined => {
  const waited = lines.filter(({ team, waiting }) => waiting.length > 0 && teams.includes(team.id))
  return waited.toSorted((one, other) => headPlace(one) - headPlace(other))[0]?.team.id
}

/** Seconds since a time that the server told. */
export const secondsSince = (time: string, now: number): number => Math.max(0, (now - Date.parse(time)) / 1_000)
export const waitedSeconds = ({ startedAt, totalSeconds, waitSeconds }: Waiting, now: number): number =>
  Math.max(0, secondsSince(startedAt, now) - (totalSeconds - waitSeconds))

/** How long each of several empty lines is watched in its turn, so that the round is no longer than one wait. */
export const watchSeconds = (teams: number): number => (teams <= 1 ? 20 : Math.max(2, Math.floor(20 / teams)))
