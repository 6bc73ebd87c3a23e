import type { TicketCounter, Tickets } from '../line/tickets.ts'

export interface MissingTicketsPorts {
  readonly counter: TicketCounter
  readonly tickets: Tickets
}

/** A ticket for each conversation that waits without one; one too many only costs its claim a moment. */
export const sendMissingTickets = async (
  { counter, tickets }: MissingTicketsPorts,
  team: string,
  waiting: number,
): Promise<number> => {
  if (waiting === 0) return 0
  const missing = waiting - (await counter.count(team))
  if (missing <= 0) return 0
  await tickets.send(team, { count: missing })
  return missing
}
