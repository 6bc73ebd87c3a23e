import type { AcceptPorts } from './accept.ts'
import { afterwards } from './afterwards.ts'
import { backInLine } from './back-in-line.ts'
import type { Change } from './change.ts'
import {
  type ChangedHandoff,
  changeHeld,
  endLease,
  entryOf,
  type HeldCommand,
  type HeldHandoff,
} from './held-handoff.ts'

/** `release`: the agent stops; `decline`: the agent never began. Counted apart, because they say different things. */
export type GiveBackVerb = 'release' | 'decline'

const counters = { release: 'releases', decline: 'declines' } as const

export const giveBackChanges = (held: HeldHandoff, verb: GiveBackVerb, now: number): readonly Change[] => [
  ...endLease(held),
  ...backInLine({
    entry: entryOf(held.handoff, held.state.team, held.state.epoch + 1),
    agentId: held.state.agentId,
    epoch: held.state.epoch,
    counted: counters[verb],
    now,
  }),
]

/**
 * Back to the line, at the same place, for whoever claims next.
 * @throws UnknownHandoffError | HandoffOverError | NotHeldError | LeaseEndedError | HandoffBusyError
 */
export const giveBack = async (ports: AcceptPorts, verb: GiveBackVerb, command: HeldCommand): Promise<void> => {
  const changed = await changeHeld(ports, command, (held, now) => giveBackChanges(held, verb, now))
  const { handoff } = changed
  await afterwards(ports.log, `${verb}.wake`, () => wake(ports, changed))
  ports.log({ event: 'handoff.changed', handoffId: handoff.id, verb, agentId: command.agent.id, team: handoff.team })
}

/** The ticket of an unaccepted claim is still there and becomes visible; otherwise the team needs a new one. */
const wake = ({ tickets }: AcceptPorts, { handoff: { team, ticket } }: ChangedHandoff): Promise<void> =>
  ticket ? tickets.hide(team, ticket, 0) : tickets.send(team)
