import type { BatonConfig } from '../../config/config.ts'
import type { LineReader } from '../../line/line-reader.ts'
import type { Log } from '../../log/log.ts'
import { isOpen } from '../../routing/hours.ts'
import type { Handoff } from '../handoff.ts'
import type { HandoffReader } from '../handoff-reader.ts'
import type { EstimateStore } from './estimate-store.ts'
import { type LineNow, likelyWait } from './likely-wait.ts'
import { sampleOf } from './wait-sample.ts'

export interface EstimatePorts {
  readonly line: Pick<LineReader, 'list'>
  readonly handoffs: Pick<HandoffReader, 'log'>
  readonly estimates: Pick<EstimateStore, 'write'>
  readonly clock: () => number
  readonly log: Log
}

const minuteMs = 60_000
/** The sweep comes each minute; waits do not change as fast. */
const everyMinutes = 3
const chunkMs = 15 * minuteMs
const perPage = 100
/** Of all teams together, the newest; what a run reads stays bounded on the busiest day. */
const enoughRead = 400
/** Nobody is told how long a line takes that is longer. */
const pagesOfLine = 3

export const isEstimateDue = (now: number): boolean => Math.floor(now / minuteMs) % everyMinutes === 0

/** Handoffs of the last while, a quarter of an hour after the other, from the newest back. */
const lately = async ({ handoffs }: EstimatePorts, from: number, now: number): Promise<readonly Handoff[]> => {
  const found: Handoff[] = []
  for (let to = now + 1; to > from && found.length < enoughRead; to -= chunkMs) {
    let after: string | undefined
    do {
      const page = await handoffs.log(Math.max(from, to - chunkMs), to, {
        limit: perPage,
        ...(after !== undefined && { after }),
      })
      found.push(...page.handoffs)
      after = page.next
    } while (after !== undefined && found.length < 2 * enoughRead)
  }
  // A moment on the border of two quarters is in both.
  return [...new Map(found.map((handoff) => [handoff.id, handoff])).values()]
}

const lineNow = async ({ line }: EstimatePorts, team: string, now: number): Promise<LineNow | undefined> => {
  let [waiting, longestMs] = [0, 0]
  let after: string | undefined
  for (let page = 0; page < pagesOfLine; page += 1) {
    const { entries, next } = await line.list(team, { limit: perPage, ...(after !== undefined && { after }) })
    waiting += entries.length
    longestMs = Math.max(longestMs, ...entries.map(({ teamSince }) => now - teamSince))
    if (next === undefined) return { waiting, longestMs }
    after = next
  }
  return undefined
}

/** What each open team's customers can be told of their wait, from the waits of the last while. Returns how many teams. */
export const estimateWaits = async (ports: EstimatePorts, config: BatonConfig): Promise<number> => {
  const now = ports.clock()
  const { estimate } = config.notices
  if (estimate === undefined || !isEstimateDue(now)) return 0
  const open = Object.entries(config.teams).filter(([, { hours }]) => isOpen(hours, new Date(now)))
  const handoffs = open.length > 0 ? await lately(ports, now - estimate.withinMinutes * minuteMs, now) : []
  const minutes: Record<string, number> = {}
  for (const [team, { hours }] of open) {
    const samples = handoffs
      .filter(({ openedAt }) => isOpen(hours, new Date(openedAt)))
      .flatMap((handoff) => sampleOf(handoff, team, now) ?? [])
    // Few samples need no look at the line.
    const line = samples.length >= estimate.samples ? await lineNow(ports, team, now) : undefined
    const bound = line && likelyWait(samples, line, estimate.samples)
    if (bound !== undefined) minutes[team] = bound
  }
  await ports.estimates.write({ at: now, minutes })
  ports.log({ event: 'waits.estimated', teams: Object.keys(minutes).length, handoffs: handoffs.length })
  return Object.keys(minutes).length
}
