import type { Handoff } from '../handoff/handoff.ts'
import { type HandoffReader, type LogPage, logPlace } from '../handoff/handoff-reader.ts'

export interface LogFilter {
  readonly team?: string | undefined
  readonly kind?: string | undefined
  readonly trigger?: string | undefined
  readonly topic?: string | undefined
}

export interface LogQuery {
  /** Opened in [from, to), epoch milliseconds. */
  readonly from: number
  readonly to: number
  readonly filter: LogFilter
  /** Whether the caller may see it. */
  readonly isShown: (handoff: Handoff) => boolean
  readonly limit: number
  /** Place of the last one of the page before. */
  readonly after?: string | undefined
}

const pageSize = 200
/** What one request may look through; a page of a narrow filter may so be short, or empty, and still have a next one. */
const pagesAtMost = 10

const matches = (handoff: Handoff, { team, kind, trigger, topic }: LogFilter): boolean =>
  (team === undefined || handoff.team === team) &&
  (kind === undefined || handoff.kind === kind) &&
  (trigger === undefined || handoff.trigger === trigger) &&
  (topic === undefined || handoff.topic === topic)

/** Handoffs opened in a period, oldest first, as far as the caller asks for and may see them. */
export const readLog = async (handoffs: Pick<HandoffReader, 'log'>, query: LogQuery): Promise<LogPage> => {
  const { from, to, filter, isShown, limit } = query
  const found: Handoff[] = []
  let after = query.after
  for (let read = 0; read < pagesAtMost; read += 1) {
    const page = await handoffs.log(from, to, { limit: pageSize, ...(after !== undefined && { after }) })
    for (const handoff of page.handoffs) {
      if (!isShown(handoff) || !matches(handoff, filter)) continue
      const last = found.at(-1)
      if (last && found.length === limit) return { handoffs: found, next: logPlace(last) }
      found.push(handoff)
    }
    after = page.next
    if (after === undefined) return { handoffs: found }
  }
  return { handoffs: found, ...(after !== undefined && { next: placeBeyond(after, found.at(-1), query.after) }) }
}

/** From the moment of the last one looked at, whose id may be none of the caller's business, and behind what was shown. */
const placeBeyond = (lookedAt: string, shown: Handoff | undefined, before = ''): string =>
  [lookedAt.replace(/#.*/, '#'), shown ? logPlace(shown) : '', before].toSorted().at(-1) ?? lookedAt

/** A whole period, page by page: for what keeps little of each. */
export async function* eachLogged(
  handoffs: Pick<HandoffReader, 'log'>,
  from: number,
  to: number,
): AsyncGenerator<Handoff> {
  let after: string | undefined
  do {
    const page = await handoffs.log(from, to, { limit: pageSize, ...(after !== undefined && { after }) })
    yield* page.handoffs
    after = page.next
  } while (after !== undefined)
}

/** A whole period, for a report. */
export const readWholeLog = async (
  handoffs: Pick<HandoffReader, 'log'>,
  from: number,
  to: number,
): Promise<readonly Handoff[]> => {
  const all: Handoff[] = []
  for await (const handoff of eachLogged(handoffs, from, to)) all.push(handoff)
  return all
}
