import type { DeployedConfig } from '#shared/config/read-config.ts'
import { acceptChanges } from '#shared/handoff/accept.ts'
import type { Change } from '#shared/handoff/change.ts'
import { giveBackChanges } from '#shared/handoff/give-back.ts'
import type { HeldHandoff } from '#shared/handoff/held-handoff.ts'
import { takeChanges } from '#shared/handoff/take-head.ts'
import type { Agent } from '#shared/line/agent.ts'
import type { LineEntry } from '#shared/line/line-entry.ts'
import type { Agenda } from './agenda.ts'
import type { Agents } from './agents.ts'
import type { Book } from './book.ts'
import { hourMs } from './calendar.ts'
import { type Ending, endingChanges, greetingChanges, overflowChanges } from './desk-changes.ts'
import type { Lines } from './lines.ts'
import type { Random } from './random.ts'
import { handleMinutes, staffedAt } from './roster.ts'

export interface DeskPorts {
  readonly deployed: DeployedConfig
  readonly agenda: Agenda
  readonly book: Book
  readonly lines: Lines
  readonly agents: Agents
  readonly random: Random
  readonly conversations: number
  readonly newId: () => string
  /** What comes of it, decided when the agent has done with it. */
  readonly ending: (held: HeldHandoff) => Ending
  readonly ended: (held: HeldHandoff, ending: Ending) => void
}

/** The people who take the conversations out of the lines, by the product's own changes. */
export interface Desk {
  /** Somebody waits for a team, or somebody of it is free. */
  serve(team: string): void
  waits(entry: LineEntry): void
}

const secondMs = 1_000
const minuteMs = 60_000
/** Of an agent's first seconds and the middle of a first answer's. */
const looksWithin = { from: 3, more: 25 }
const answers = { medianSeconds: 35, spread: 0.5 }
const handleSpread = 0.65
const declined = 0.01

/** People at work, asked for once an hour. */
const rosterOf = ({ deployed: { config }, agenda, conversations }: DeskPorts) => {
  const known = new Map<string, number>()
  return (team: string): number => {
    const hour = `${team} ${Math.floor(agenda.now() / hourMs)}`
    const staffed = known.get(hour) ?? staffedAt(team, agenda.now(), config, conversations)
    known.set(hour, staffed)
    return staffed
  }
}

/** From the agent's look at it to its ending; `freed` when the agent has room again. */
const handling = (ports: DeskPorts, commit: (changes: readonly Change[]) => void, freed: (team: string) => void) => {
  const { deployed, agenda, book, random, newId } = ports
  const { config } = deployed
  const writing = () => ({ config, now: agenda.now(), newId })
  const heldOf = (handoffId: string): HeldHandoff => {
    const found = book.handoff(handoffId)
    if (found?.state.status !== 'claimed') throw new Error(`nobody holds ${handoffId}`)
    return { handoff: found.handoff, state: found.state }
  }
  const finish = (handoffId: string): void => {
    const held = heldOf(handoffId)
    const ending = ports.ending(held)
    commit(endingChanges(held, ending, writing()))
    ports.ended(held, ending)
    freed(held.state.team)
  }
  const accept = (handoffId: string): void => {
    const held = heldOf(handoffId)
    commit(acceptChanges(held, config.idle, agenda.now()))
    const writes = agenda.now() + random.lognormal(answers.medianSeconds, answers.spread) * secondMs
    agenda.at(writes, () => commit(greetingChanges(heldOf(handoffId), writing())))
    const took = random.lognormal(handleMinutes[held.handoff.team] ?? 10, handleSpread) * minuteMs
    agenda.at(writes + took, () => finish(handoffId))
  }
  const decline = (handoffId: string): void => commit(giveBackChanges(heldOf(handoffId), 'decline', agenda.now()))

  return (handoffId: string): void => {
    const looks = agenda.now() + (looksWithin.from + random.next() * looksWithin.more) * secondMs
    agenda.at(looks, () => (random.chance(declined) ? decline(handoffId) : accept(handoffId)))
  }
}

export const createDesk = (ports: DeskPorts): Desk => {
  const { deployed, agenda, book, lines, agents, random, newId } = ports
  const { config } = deployed
  const atWork = rosterOf(ports)
  const commit = (changes: readonly Change[]): void => {
    const done = book.commit(changes)
    if (!done.ok) throw new Error(`a desk was refused: ${done.refusals.map(({ kind }) => kind).join(', ')}`)
  }
  const serve = (team: string): void => {
    const capacity = config.teams[team]?.capacity ?? 1
    for (let first = lines.first(team); first; first = lines.first(team)) {
      const agent = agents.free(team, atWork(team), capacity)
      if (!agent) return
      take(first, agent, capacity)
    }
  }
  const handle = handling(ports, commit, serve)
  const take = (entry: LineEntry, agent: Agent, capacity: number): void => {
    const command = { agent, team: entry.team, claimId: newId(), capacity, leaseSeconds: config.lease.seconds }
    commit(takeChanges(entry, command, agenda.now()))
    handle(entry.handoffId)
  }
  const overflow = (entry: LineEntry): void => {
    const found = book.handoff(entry.handoffId)
    const still = lines.find(entry.team, entry.conversationId)
    if (found && still?.epoch === entry.epoch)
      commit(overflowChanges(still, found, { config, now: agenda.now(), newId }))
  }

  return {
    serve,
    waits: (entry) => {
      for (const { from, afterMinutes } of config.overflow)
        if (from === entry.team) agenda.at(entry.teamSince + afterMinutes * minuteMs, () => overflow(entry))
      // Whoever is free looks at the line now and then.
      agenda.at(agenda.now() + (2 + 18 * random.next()) * secondMs, () => serve(entry.team))
    },
  }
}
