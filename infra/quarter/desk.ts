import type { DeployedConfig } from '#shared/config/read-config.ts'
import { acceptChanges } from '#shared/handoff/accept.ts'
import { announceReturn, announceTeam } from '#shared/handoff/announce.ts'
import type { Change } from '#shared/handoff/change.ts'
import { giveBackChanges } from '#shared/handoff/give-back.ts'
import type { HeldHandoff } from '#shared/handoff/held-handoff.ts'
import { moveChanges } from '#shared/handoff/move-overflow.ts'
import { nextAt, outgoingMessage } from '#shared/handoff/outgoing.ts'
import { resolveChanges } from '#shared/handoff/resolve.ts'
import { returnChanges } from '#shared/handoff/return-to-assistant.ts'
import { replyChanges } from '#shared/handoff/send-message.ts'
import { takeChanges } from '#shared/handoff/take-head.ts'
import { transferChanges } from '#shared/handoff/transfer.ts'
import type { Agent } from '#shared/line/agent.ts'
import type { LineEntry } from '#shared/line/line-entry.ts'
import { movesDue } from '#shared/routing/overflow.ts'
import type { Agenda } from './agenda.ts'
import type { Agents } from './agents.ts'
import type { Book } from './book.ts'
import { hourMs } from './calendar.ts'
import type { Lines } from './lines.ts'
import type { Random } from './random.ts'
import { handleMinutes, staffedAt } from './roster.ts'

/** How it goes on with a customer whom an agent has answered. */
export type Ending =
  | { readonly kind: 'resolve'; readonly outcome: string }
  | { readonly kind: 'transfer'; readonly team: string }
  | { readonly kind: 'return' }

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
const spread = 0.65
const declined = 0.01

export const createDesk = (ports: DeskPorts): Desk => {
  const { deployed, agenda, book, lines, agents, random, conversations, newId } = ports
  const { config } = deployed

  const commit = (changes: readonly Change[]): void => {
    const done = book.commit(changes)
    if (!done.ok) throw new Error(`a desk was refused: ${done.refusals.map(({ kind }) => kind).join(', ')}`)
  }
  const heldOf = (handoffId: string): HeldHandoff => {
    const found = book.handoff(handoffId)
    if (found?.state.status !== 'claimed') throw new Error(`nobody holds ${handoffId}`)
    return { handoff: found.handoff, state: found.state }
  }
  const rosters = new Map<string, number>()
  const atWork = (team: string): number => {
    const hour = Math.floor(agenda.now() / hourMs)
    const known = rosters.get(`${team} ${hour}`) ?? staffedAt(team, agenda.now(), config, conversations)
    rosters.set(`${team} ${hour}`, known)
    return known
  }

  const serve = (team: string): void => {
    const capacity = config.teams[team]?.capacity ?? 1
    for (let first = lines.first(team); first; first = lines.first(team)) {
      const agent = agents.free(team, atWork(team), capacity)
      if (!agent) return
      take(first, agent, capacity)
    }
  }

  const take = (entry: LineEntry, agent: Agent, capacity: number): void => {
    const { team, handoffId } = entry
    const command = { agent, team, claimId: newId(), capacity, leaseSeconds: config.lease.seconds }
    commit(takeChanges(entry, command, agenda.now()))
    const looks = agenda.now() + (3 + random.next() * 25) * secondMs
    agenda.at(looks, () => (random.chance(declined) ? decline(handoffId) : accept(handoffId)))
  }

  const decline = (handoffId: string): void => commit(giveBackChanges(heldOf(handoffId), 'decline', agenda.now()))

  const accept = (handoffId: string): void => {
    const held = heldOf(handoffId)
    commit(acceptChanges(held, config.idle, agenda.now()))
    const writes = agenda.now() + random.lognormal(35, 0.5) * secondMs
    agenda.at(writes, () => reply(handoffId))
    const took = random.lognormal(handleMinutes[held.handoff.team] ?? 10, spread) * minuteMs
    agenda.at(writes + took, () => finish(handoffId))
  }

  const reply = (handoffId: string): void => {
    const held = heldOf(handoffId)
    const { state, handoff } = held
    const author = { kind: 'agent' as const, id: state.agentId, name: handoff.agentName ?? state.agentId }
    const [text, now] = ['Hello, I have read what you wrote and am looking into it.', agenda.now()]
    const message = outgoingMessage({ state, author, text, id: newId(), now })
    commit(replyChanges(held, { message, key: newId(), now, idle: config.idle }))
  }

  const finish = (handoffId: string): void => {
    const held = heldOf(handoffId)
    const ending = ports.ending(held)
    commit(changesOf(held, ending))
    ports.ended(held, ending)
    serve(held.state.team)
  }

  const changesOf = (held: HeldHandoff, ending: Ending): readonly Change[] => {
    const now = agenda.now()
    const { state, handoff } = held
    if (ending.kind === 'resolve') return resolveChanges(held, { outcome: ending.outcome, endedBy: state.agentId, now })
    const author = { kind: 'system' as const }
    if (ending.kind === 'return') {
      const text = announceReturn({ ...handoff, team: state.team }, config)
      return returnChanges(held, outgoingMessage({ state, author, text, id: newId(), now }), { now, idle: config.idle })
    }
    const note = {
      threadId: state.threadId,
      id: newId(),
      conversationId: state.conversationId,
      at: nextAt(state, now),
      author: { kind: 'agent' as const, id: state.agentId },
      text: 'Belongs to the other team.',
      internal: true as const,
    }
    const text = announceTeam({ ...handoff, team: ending.team }, config, now)
    const notice = outgoingMessage({ state: { ...state, lastMessageAt: note.at }, author, text, id: newId(), now })
    return transferChanges(held, ending.team, { note, notice }, now)
  }

  const overflow = (entry: LineEntry): void => {
    const now = agenda.now()
    const found = book.handoff(entry.handoffId)
    const still = lines.find(entry.team, entry.conversationId)
    if (!still || still.epoch !== entry.epoch || !still.facts || found?.state.status !== 'waiting') return
    const waiting = { entry: still, team: still.team, waitingSince: new Date(still.teamSince), facts: still.facts }
    for (const { to, rule } of movesDue([waiting], config, new Date(now))) {
      const text = announceTeam({ ...found.handoff, team: to }, config, now)
      const notice = outgoingMessage({ state: found.state, author: { kind: 'system' }, text, id: newId(), now })
      commit(moveChanges(still, to, { state: found.state, notice, handoff: found.handoff, rule, now }))
    }
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
