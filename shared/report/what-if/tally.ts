import type { BatonConfig } from '../../config/config.ts'
import { utcOffset } from '../../routing/hours.ts'
import type { Difference, DifferenceKind } from './compare.ts'

/** Handoffs as they were and as they would be. */
export interface BeforeAfter {
  readonly before: number
  readonly after: number
}

export type Matrix<Cell> = Readonly<Record<string, Readonly<Record<string, Cell>>>>

/** What a period comes to under another configuration, in whole numbers. */
export interface Tally {
  readonly stretches: number
  readonly kinds: Readonly<Record<DifferenceKind, number>>
  /** Of these, how many may have ended otherwise where nothing was recorded. */
  readonly open: number
  readonly triggers: Readonly<Record<string, BeforeAfter>>
  /** By team, then by hour of its own day, 00 to 23. */
  readonly load: Matrix<BeforeAfter>
  /** By outcome, then by what becomes of the stretch. */
  readonly outcomes: Matrix<number>
}

export interface Tallying {
  /** `outcome`: of the handoff that there was, or of the conversation where there was none. */
  add(difference: Difference, outcome: string | undefined): void
  result(): Tally
}

const hourMs = 3_600_000
const kinds: readonly DifferenceKind[] = ['same', 'moved', 'earlier', 'later', 'new', 'gone']
/** Conversations that nobody has ended yet. */
export const noOutcome = 'open'

class Counts {
  private readonly rows = new Map<string, Map<string, { before: number; after: number }>>()

  count(row: string, cell: string, side: 'before' | 'after'): void {
    const cells = this.rows.get(row) ?? new Map<string, { before: number; after: number }>()
    const counts = cells.get(cell) ?? { before: 0, after: 0 }
    counts[side] += 1
    this.rows.set(row, cells.set(cell, counts))
  }

  matrix<Cell>(cell: (counts: BeforeAfter) => Cell): Matrix<Cell> {
    return sorted(this.rows, (cells) => sorted(cells, cell))
  }
}

const sorted = <V, W>(map: ReadonlyMap<string, V>, value: (value: V) => W): Record<string, W> =>
  Object.fromEntries(
    [...map].toSorted(([a], [b]) => (a < b ? -1 : Number(a > b))).map(([key, one]) => [key, value(one)]),
  )

/** In the team's own zone, so that whoever makes its shifts can read it. */
const hourOf = ({ teams }: Pick<BatonConfig, 'teams'>, team: string, at: number): string => {
  const zone = Object.hasOwn(teams, team) ? teams[team]?.hours?.timeZone : undefined
  const offset = zone === undefined ? 0 : utcOffset(zone, new Date(at))
  return String(Math.floor((at + offset) / hourMs) % 24).padStart(2, '0')
}

/** Adds differences up one by one: a quarter of them is never held at once. */
export const tallying = (config: Pick<BatonConfig, 'teams'>): Tallying => {
  const [triggers, load, outcomes] = [new Counts(), new Counts(), new Counts()]
  const found = new Map(kinds.map((kind) => [kind, 0]))
  let [stretches, open] = [0, 0]

  const side = (which: 'before' | 'after', team: string | undefined, trigger: string, at: number): void => {
    triggers.count('all', trigger, which)
    if (team !== undefined) load.count(team, hourOf(config, team, at), which)
  }

  return {
    add: ({ kind, before, after, open: isOpen }, outcome = noOutcome) => {
      stretches += 1
      open += Number(isOpen)
      found.set(kind, (found.get(kind) ?? 0) + 1)
      outcomes.count(outcome, kind, 'after')
      if (before) side('before', before.handoff?.team, before.turn.fired[0]?.trigger ?? 'unknown', before.at)
      if (after) side('after', after.handoff.team, after.handoff.fired[0].trigger, after.at)
    },
    result: () => ({
      stretches,
      kinds: Object.fromEntries(found) as Record<DifferenceKind, number>,
      open,
      triggers: triggers.matrix((counts) => counts).all ?? {},
      load: load.matrix((counts) => counts),
      outcomes: outcomes.matrix(({ after }) => after),
    }),
  }
}
