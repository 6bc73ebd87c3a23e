import type { Change } from '#shared/handoff/change.ts'
import type { Handoff } from '#shared/handoff/handoff.ts'
import type { LogLine } from '#shared/report/log-lines.ts'
import { type Agenda, createAgenda } from './agenda.ts'
import { createAgents } from './agents.ts'
import { createBook } from './book.ts'
import { beginningsOf, hourMs, quarterFrom, quarterTo, weekMs } from './calendar.ts'
import { createCaller } from './callers.ts'
import type { Company } from './company.ts'
import { createDesk, type Desk } from './desk.ts'
import { endingOf } from './endings.ts'
import { createLines } from './lines.ts'
import { type Random, seeded } from './random.ts'
import type { Truth } from './truth.ts'
import { createTurns } from './turns.ts'
import { createVisitors, type Visitors } from './visitors.ts'

export interface QuarterPorts {
  readonly company: Company
  readonly truth: Truth
  readonly expect: (handoff: Handoff) => void
  /** `wasExpected`: a handoff, which is told as it ended or as it is when the quarter is over. */
  readonly tell: (line: LogLine, wasExpected?: boolean) => void
  readonly weekEnds: (now: number) => Promise<void>
}

export interface QuarterPlan {
  readonly seed: number
  /** That begin by themselves; those of customers who come back are beside them. */
  readonly conversations: number
}

/** Plays a quarter of customers, the assistant's turns about them and the desks behind, and tells every record of it. */
export const playQuarter = async (ports: QuarterPorts, plan: QuarterPlan): Promise<number> => {
  const random = seeded(plan.seed)
  const agenda = createAgenda(quarterFrom)
  const { visitors, desk, tellOpen } = createScene(ports, plan, { agenda, random })
  arrive({ agenda, visitors, desk, random }, ports.company, plan.conversations)
  for (let at = quarterFrom + weekMs; at <= quarterTo; at += weekMs) agenda.at(at, () => ports.weekEnds(at))
  await agenda.run(quarterTo)
  tellOpen()
  return visitors.begun()
}

interface Scene {
  readonly visitors: Visitors
  readonly desk: Desk
  /** Handoffs that have not ended are told as they are. */
  readonly tellOpen: () => void
}

const createScene = (
  { company, truth, expect, tell }: QuarterPorts,
  { conversations }: QuarterPlan,
  { agenda, random }: { readonly agenda: Agenda; readonly random: Random },
): Scene => {
  const { deployed, ears } = company
  const [lines, agents, open] = [createLines(), createAgents(), new Set<string>()]
  let ids = 0
  const newId = () => `q${(ids++).toString(36)}`

  const ended = (handoffId: string): void => {
    const found = book.handoff(handoffId)
    if (found && open.delete(handoffId)) tell({ kind: 'handoff', record: found.handoff }, true)
  }
  const opened = (handoff: Handoff): void => {
    truth.opens(visitors.of(handoff.threadId).matter, handoff)
    expect(handoff)
    open.add(handoff.id)
  }
  // What follows from a change waits until the whole of its transaction is in the book.
  const afterwards = (happens: () => void): void => agenda.at(agenda.now(), happens)
  const told = (change: Change): void => {
    if (change.kind === 'line-entered') {
      lines.enter(change.entry)
      afterwards(() => desk.waits(change.entry))
    }
    if (change.kind === 'line-left') lines.leave(change.entry.team, change.entry.conversationId)
    if (change.kind === 'agent-took') agents.took(change.agentId)
    if (change.kind === 'agent-freed') agents.freed(change.agentId)
    if (change.kind === 'handoff-opened') opened(change.handoff)
    if (change.kind === 'handoff-changed' && change.patch.set.endedAt !== undefined) ended(change.handoffId)
    if (change.kind === 'conversation-closed') {
      tell({ kind: 'conversation', record: change.record })
      afterwards(() => visitors.leaves(change.record.threadId, change.record.outcome))
    }
  }

  const book = createBook(told)
  const takeTurn = createTurns({ deployed, ears, book, clock: agenda.now, newId })
  const visitors = createVisitors({ company, agenda, book, truth, takeTurn, tell })
  const desk = createDesk({
    ...{ deployed, agenda, book, lines, agents, conversations, newId },
    random: random.fork('desk'),
    ending: (held) => {
      const { matter, caller } = visitors.of(held.handoff.threadId)
      return endingOf({ held, matter, config: deployed.config, now: agenda.now() }, caller.random)
    },
    ended: ({ handoff }, ending) => {
      if (ending.kind === 'return') visitors.givenBack(handoff.threadId)
    },
  })
  return { visitors, desk, tellOpen: () => [...open].forEach(ended) }
}

interface Arriving extends Pick<Scene, 'visitors' | 'desk'> {
  readonly agenda: Agenda
  readonly random: Random
}

/** Who comes in each hour is drawn when it begins; with it other people are at work. */
const arrive = ({ agenda, visitors, desk, random }: Arriving, company: Company, conversations: number): void => {
  const arrivals = random.fork('arrivals')
  let callers = 0
  const hour = (from: number, count: number): void => {
    for (const team of Object.keys(company.deployed.config.teams)) desk.serve(team)
    for (let n = 0; n < count; n++) {
      const number = callers++
      const caller = () => createCaller(number, company.phrasings, random.fork(`caller ${number}`))
      agenda.at(Math.floor(from + arrivals.next() * hourMs), () => visitors.begin(caller()))
    }
  }
  for (const { from, count } of beginningsOf(conversations)) agenda.at(from, () => hour(from, count))
}
