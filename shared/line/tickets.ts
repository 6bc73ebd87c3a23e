/** "One more conversation waits for this team": a signal without a name on it; the line says whose turn it is. */
export interface Tickets {
  send(team: string, options?: { delaySeconds?: number; count?: number }): Promise<void>
  /** Waits up to `waitSeconds` (0 to 20) for a ticket; its receipt, or nothing. */
  receive(team: string, waitSeconds: number): Promise<string | undefined>
  /** Makes the ticket visible again after so many seconds; 0 wakes somebody now. */
  hide(team: string, ticket: string, seconds: number): Promise<void>
  remove(team: string, ticket: string): Promise<void>
}

/** What the sweep compares with the line. */
export interface TicketCounter {
  /** Tickets in the queue, hidden and delayed ones included; approximate by nature. */
  count(team: string): Promise<number>
}
