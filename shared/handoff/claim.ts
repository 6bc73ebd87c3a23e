import type { BatonConfig } from '../config/config.ts'
import { type Agent, type AgentReader, serves } from '../line/agent.ts'
import { ClaimSpentError } from '../line/errors.ts'
import type { Tickets } from '../line/tickets.ts'
import { follow } from '../log/correlation.ts'
import { afterwards } from './afterwards.ts'
import { UnknownTeamError } from './errors.ts'
import type { HandoffReader, HandoffWithTranscript } from './handoff-reader.ts'
import { type TakeHeadPorts, type TakenHead, takeHead } from './take-head.ts'

export interface ClaimPorts extends TakeHeadPorts {
  readonly agents: AgentReader
  readonly handoffs: HandoffReader
  readonly tickets: Tickets
}

export interface ClaimCommand {
  readonly agent: Agent
  readonly team: string
  /** The same for every repeat of one request. */
  readonly claimId: string
  /** 0 to 20: how long an empty line is watched. */
  readonly waitSeconds: number
}

const readings = 3
/** A ticket that is back just before its lease ends, by this door's clock, is that lease's alarm all the same. */
const alarmEarlyMs = 5_000

type ClaimConfig = Pick<BatonConfig, 'teams' | 'lease'>

/**
 * Takes the longest conversation of a team. A ticket only wakes: order comes from the line alone, so a lost, doubled
 * or late ticket costs a moment and never an order. The ticket then becomes the lease's alarm clock.
 * @returns nothing when nobody waits.
 * @throws UnknownTeamError | AtCapacityError | ClaimSpentError | LineBusyError
 */
export const claim = async (
  ports: ClaimPorts,
  config: ClaimConfig,
  command: ClaimCommand,
): Promise<HandoffWithTranscript | undefined> => {
  const team = Object.hasOwn(config.teams, command.team) ? config.teams[command.team] : undefined
  if (!team || !serves(command.agent, command.team)) throw new UnknownTeamError(command.team)
  const deadline = ports.clock() + command.waitSeconds * 1_000

  for (let wait = command.waitSeconds; ; wait = secondsLeft(deadline - ports.clock(), command)) {
    const ticket = await ports.tickets.receive(command.team, wait)
    const taking = { ...command, capacity: team.capacity, leaseSeconds: config.lease.seconds, ticket }
    const taken = await takeHead(ports, taking).catch(async (error: unknown) => {
      await wakeAnother(ports, command.team, ticket)
      throw error
    })
    if (taken.kind === 'taken') return confirm(ports, config, command, taken, ticket)
    if (taken.kind === 'repeated') {
      await wakeAnother(ports, command.team, ticket)
      return readClaimed(ports, command, taken.handoffId)
    }

    if (ticket) await putAway(ports, command.team, ticket, taken.nextEnd)
    const earlier = await ports.agents.readClaim(command.agent.id, command.claimId)
    if (earlier) return readClaimed(ports, command, earlier.handoffId)
    if (!ticket || deadline - ports.clock() < 1_000) return undefined
  }
}

/** A clock that was put right meanwhile makes nobody wait longer than they asked to. */
const secondsLeft = (ms: number, { waitSeconds }: ClaimCommand): number => Math.min(waitSeconds, Math.floor(ms / 1_000))

/**
 * The conversation of this claim id. A message that came between two pages of the reading is found by reading again;
 * what stays missing is told by the receipt, since a customer who waits is worth more than a perfect record.
 * @throws ClaimSpentError when it is not the agent's any more.
 */
const readClaimed = async (
  { handoffs, log }: ClaimPorts,
  { agent, claimId }: ClaimCommand,
  handoffId: string,
): Promise<HandoffWithTranscript> => {
  follow(handoffId)
  for (let reading = 1; ; reading += 1) {
    const claimed = await handoffs.readWithTranscript(handoffId)
    const { state } = claimed ?? {}
    if (!claimed || state?.status !== 'claimed' || state.handoffId !== handoffId || state.agentId !== agent.id)
      throw new ClaimSpentError(claimId, handoffId)
    // The id may have been spent on a team that the agent has left meanwhile.
    if (!serves(agent, claimed.handoff.team)) throw new ClaimSpentError(claimId, handoffId)
    const { stored, transcript } = claimed
    if (stored === transcript.length) return claimed
    if (reading < readings) continue
    log({ event: 'transcript.incomplete', handoffId, stored, read: transcript.length })
    return claimed
  }
}

/** A claim that needed no ticket has no alarm clock: it sends one that rings when the lease ends. */
const confirm = async (
  ports: ClaimPorts,
  { lease }: ClaimConfig,
  command: ClaimCommand,
  taken: TakenHead & { kind: 'taken' },
  ticket: string | undefined,
): Promise<HandoffWithTranscript> => {
  const { tickets, log } = ports
  const setAlarm = () =>
    ticket
      ? tickets.hide(command.team, ticket, lease.seconds)
      : tickets.send(command.team, { delaySeconds: lease.seconds })
  const [claimed] = await Promise.all([
    readClaimed(ports, command, taken.handoffId),
    afterwards(log, 'claim.alarm', setAlarm),
  ])
  const { claimedAt, openedAt } = claimed.handoff
  log({
    event: 'line.claimed',
    team: command.team,
    handoffId: taken.handoffId,
    agentId: command.agent.id,
    round: taken.round,
    waitAfterSeconds: Math.round(((claimedAt ?? openedAt) - openedAt) / 1_000),
  })
  return claimed
}

/** Nobody waits: the ticket rings for a lease that is about to end, or belongs to a conversation that was taken without one. */
const putAway = async (
  { tickets, log, clock }: ClaimPorts,
  team: string,
  ticket: string,
  nextEnd = Number.POSITIVE_INFINITY,
): Promise<void> => {
  const left = nextEnd - clock()
  if (left <= alarmEarlyMs) {
    await afterwards(log, 'claim.alarm', () => tickets.hide(team, ticket, Math.max(1, Math.ceil(left / 1_000))))
    return
  }
  log({ event: 'line.surplus-ticket', team })
  await afterwards(log, 'claim.drop-ticket', () => tickets.remove(team, ticket))
}

/** The ticket was not used: whoever polls next gets it at once. */
const wakeAnother = async ({ tickets, log }: ClaimPorts, team: string, ticket: string | undefined): Promise<void> => {
  if (ticket) await afterwards(log, 'claim.wake-another', () => tickets.hide(team, ticket, 0))
}
