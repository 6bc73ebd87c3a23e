import type { Handoff } from '#shared/handoff/handoff.ts'
import type { LogLine } from '#shared/report/log-lines.ts'
import { timeZone, weekMs, weekOf, weeks } from './calendar.ts'
import { busiest, eagerTrigger, type Matter, matters } from './matters.ts'
import { inHole, type StaffingHole, staffingHoles } from './roster.ts'
import { errorRates } from './stand-in.ts'

/** What was really in the records of one matter. */
interface Tally {
  conversations: number
  handoffs: number
  readonly byTrigger: Record<string, number>
  readonly byLanguage: Record<string, number>
  /** Handoffs of failures in each week of the quarter, the first one first. */
  readonly failuresByWeek: number[]
}

const emptyTally = (): Tally => ({
  conversations: 0,
  handoffs: 0,
  byTrigger: {},
  byLanguage: {},
  failuresByWeek: Array.from({ length: weeks }, () => 0),
})

/** What was planted, and at which size it is in the records. Nothing that judges the log may read it. */
export interface Truth {
  begins(matter: Matter): void
  opens(matter: Matter, handoff: Handoff): void
  tells(line: LogLine): void
  written(facts: TruthFacts): object
}

export interface TruthFacts {
  readonly seed: number
  readonly from: number
  readonly to: number
  readonly conversations: number
}

const countIn = (counts: Record<string, number>, name: string): void => {
  counts[name] = (counts[name] ?? 0) + 1
}

/** Nearest rank, as the report has it. */
const median = (values: readonly number[]): number | undefined =>
  values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(values.length / 2) - 1)]

interface Waits {
  readonly inside: number[]
  readonly outside: number[]
}

const secondsToClaim = ({ openedAt, firstClaimedAt }: Handoff): readonly number[] =>
  firstClaimedAt === undefined ? [] : [Math.round((firstClaimedAt - openedAt) / 1_000)]

const plantedAs = (matter: Matter, tally: Tally, from: number): object => {
  const { id, kind, fromWeek = 0, closedFromWeek } = matter
  return {
    id,
    kind,
    begins: new Date(from + fromWeek * weekMs).toISOString(),
    ...(closedFromWeek !== undefined && { closedByArticle: new Date(from + closedFromWeek * weekMs).toISOString() }),
    ...tally,
  }
}

export const createTruth = (): Truth => {
  const tallies = new Map(matters.map(({ id }) => [id, emptyTally()]))
  const waits = new Map<StaffingHole, Waits>(staffingHoles.map((hole) => [hole, { inside: [], outside: [] }]))
  const lines: Record<string, number> = {}
  const tallyOf = ({ id }: Matter): Tally => {
    const tally = tallies.get(id)
    if (!tally) throw new RangeError(`there is no matter "${id}"`)
    return tally
  }

  return {
    begins: (matter) => {
      tallyOf(matter).conversations += 1
    },
    opens: (matter, { trigger, language, kind, openedAt }) => {
      const tally = tallyOf(matter)
      tally.handoffs += 1
      countIn(tally.byTrigger, trigger)
      countIn(tally.byLanguage, language)
      const week = weekOf(openedAt)
      if (kind === 'failure') tally.failuresByWeek[week] = (tally.failuresByWeek[week] ?? 0) + 1
    },
    tells: (line) => {
      countIn(lines, line.kind)
      if (line.kind !== 'handoff') return
      const handoff = line.record
      const routedTo = handoff.earlierTeams?.[0] ?? handoff.team
      for (const [hole, { inside, outside }] of waits)
        if (hole.team === routedTo) (inHole(hole, handoff.openedAt) ? inside : outside).push(...secondsToClaim(handoff))
    },
    written: ({ seed, from, to, conversations }) => ({
      seed,
      from: new Date(from).toISOString(),
      to: new Date(to).toISOString(),
      conversations,
      lines,
      modelErrorRates: errorRates,
      causes: matters
        .filter(({ kind }) => kind === 'content-gap' || kind === 'missing-integration')
        .map((matter) => plantedAs(matter, tallyOf(matter), from)),
      staffingHoles: [...waits].map(([hole, { inside, outside }]) => ({
        ...hole,
        kind: 'staffing-hole',
        timeZone,
        handoffs: inside.length,
        medianSecondsToClaim: median(inside),
        medianSecondsToClaimElsewhere: median(outside),
      })),
      eagerTrigger: { ...eagerTrigger, ...tallies.get(eagerTrigger.matter) },
      decoys: {
        busyAndAnswered: { id: busiest, ...tallies.get(busiest) },
        rareOneOffs: { ...tallies.get('one-off') },
        spam: { ...tallies.get('spam') },
      },
      others: Object.fromEntries(
        matters
          .filter(({ kind }) => kind !== 'content-gap' && kind !== 'missing-integration')
          .map((matter) => [matter.id, tallyOf(matter)]),
      ),
    }),
  }
}
