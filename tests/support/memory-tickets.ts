import type { TicketCounter, Tickets } from '#shared/line/tickets.ts'
import type { TestClock } from './test-clock.ts'

interface Ticket {
  readonly team: string
  receipt: string | undefined
  visibleAt: number
}

export interface MemoryTickets extends Tickets, TicketCounter {
  /** Tickets of a team that a poll would find now. */
  visible(team: string): number
  /** Set, every call fails with it. */
  failure?: Error | undefined
}

/** A queue's own visibility timeout, until somebody hides the ticket for longer or shorter. */
const visibilityMs = 30_000

/** Tickets on a clock of the test's: waiting for one moves the clock, and takes no time. */
export const memoryTickets = (clock: TestClock): MemoryTickets => {
  let all: Ticket[] = []
  let receipts = 0
  const ofTeam = (team: string) => all.filter((ticket) => ticket.team === team)
  const held = (team: string, receipt: string) => ofTeam(team).find((ticket) => ticket.receipt === receipt)
  const soonest = (team: string) => ofTeam(team).sort((a, b) => a.visibleAt - b.visibleAt)[0]
  const fail = () => {
    if (tickets.failure) throw tickets.failure
  }

  const tickets: MemoryTickets = {
    send: async (team, { delaySeconds = 0, count = 1 } = {}) => {
      fail()
      const visibleAt = clock() + Math.max(0, Math.ceil(delaySeconds)) * 1_000
      for (let n = 0; n < count; n += 1) all.push({ team, receipt: undefined, visibleAt })
    },
    receive: async (team, waitSeconds) => {
      fail()
      const deadline = clock() + waitSeconds * 1_000
      const next = soonest(team)
      if (!next || next.visibleAt > deadline) {
        clock.set(deadline)
        return undefined
      }
      clock.set(Math.max(clock(), next.visibleAt))
      receipts += 1
      next.receipt = `receipt-${receipts}`
      next.visibleAt = clock() + visibilityMs
      return next.receipt
    },
    hide: async (team, receipt, seconds) => {
      fail()
      const ticket = held(team, receipt)
      if (!ticket || ticket.visibleAt <= clock()) throw new Error('the ticket is not in flight')
      ticket.visibleAt = clock() + seconds * 1_000
    },
    remove: async (team, receipt) => {
      fail()
      const ticket = held(team, receipt)
      all = all.filter((one) => one !== ticket)
    },
    count: async (team) => ofTeam(team).length,
    visible: (team) => ofTeam(team).filter(({ visibleAt }) => visibleAt <= clock()).length,
  }
  return tickets
}
