import type { LineReader } from '../line/line-reader.ts'
import type { TicketCounter, Tickets } from '../line/tickets.ts'

export interface MissingTicketsPorts {
  readonly line: LineReader
  readonly counter: TicketCounter
  readonly tickets: Tickets
}

/** More waiting than this, and claims find work without being woken. */
const countedAtMost = 1_000

/** A ticket for each conversation that waits without one; one too many only costs its claim a moment. */
export const sendMissingTickets = async (
  { line, counter, tickets }: MissingTicketsPorts,
  team: string,
): Promise<number> => {
  const waiting = await line.countWaiting(team, countedAtMost)
  if (waiting === 0) return 0
  const missing = waiting - (await counter.count(team))
  if (missing <= 0) return 0
  await tickets.send(team, { count: missing })
  return missing
}
