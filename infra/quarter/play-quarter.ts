import type { Change } from '#shared/handoff/change.ts'
import { idleChanges } from '#shared/handoff/end-idle.ts'
import type { Handoff } from '#shared/handoff/handoff.ts'
import type { LogLine } from '#shared/report/log-lines.ts'
import { createAgenda } from './agenda.ts'
import { createAgents } from './agents.ts'
import { createBook } from './book.ts'
import { beginningsOf, hourMs, quarterFrom, quarterTo, weekMs, weekOf } from './calendar.ts'
import { type Caller, createCaller } from './callers.ts'
import type { Company } from './company.ts'
import { createDesk } from './desk.ts'
import { endingOf } from './endings.ts'
import { createLines } from './lines.ts'
import { isAnswerable, type Matter } from './matters.ts'
import { seeded } from './random.ts'
import { standIn } from './stand-in.ts'
import type { Truth } from './truth.ts'
import { createTurns } from './turns.ts'
import { askMatter, beginVisit, chooseMatter, inLineWords, reactTo, type Saying, type Visit } from './visits.ts'

const minuteMs = 60_000
/** Whoever was not helped comes back more often than whoever was. */
const comesBack = { unhelped: 0.3, helped: 0.03 }
const patience = { meanMinutes: 120, speaks: 0.3 }

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
export const playQuarter = async (ports: QuarterPorts, { seed, conversations }: QuarterPlan): Promise<number> => {
  const { company, truth } = ports
  const { deployed, phrasings } = company
  const { config } = deployed
  const random = seeded(seed)
  const agenda = createAgenda(quarterFrom)
  const [lines, agents] = [createLines(), createAgents()]
  const visits = new Map<string, Visit>()
  const open = new Set<string>()
  let [ids, begun] = [0, 0]
  const newId = () => `q${(ids++).toString(36)}`

  const told = (change: Change): void => {
    if (change.kind === 'line-entered') {
      const { entry } = change
      lines.enter(entry)
      agenda.at(agenda.now(), () => desk.waits(entry))
    }
    if (change.kind === 'line-left') lines.leave(change.entry.team, change.entry.conversationId)
    if (change.kind === 'agent-took') agents.took(change.agentId)
    if (change.kind === 'agent-freed') agents.freed(change.agentId)
    if (change.kind === 'handoff-opened') opened(change.handoff)
    if (change.kind === 'handoff-changed' && change.patch.set.endedAt !== undefined) ended(change.handoffId)
    if (change.kind === 'conversation-closed') {
      ports.tell({ kind: 'conversation', record: change.record })
      agenda.at(agenda.now(), () => leaves(change.record.threadId, change.record.outcome))
    }
  }
  const book = createBook(told)
  const desk = createDesk({
    deployed,
    agenda,
    book,
    lines,
    agents,
    random: random.fork('desk'),
    conversations,
    newId,
    ending: (held) => {
      const { matter, caller } = visitOf(held.handoff.threadId)
      return endingOf({ held, matter, config, now: agenda.now() }, caller.random)
    },
    ended: ({ handoff }, ending) => {
      if (ending.kind === 'return') afterReturn(visitOf(handoff.threadId))
    },
  })
  const takeTurn = createTurns({ deployed, ears: company.ears, book, clock: agenda.now, newId })

  const visitOf = (threadId: string): Visit => {
    const visit = visits.get(threadId)
    if (!visit) throw new Error(`nobody visits on ${threadId}`)
    return visit
  }
  const opened = (handoff: Handoff): void => {
    truth.opens(visitOf(handoff.threadId).matter, handoff)
    ports.expect(handoff)
    open.add(handoff.id)
  }
  const ended = (handoffId: string): void => {
    const found = book.handoff(handoffId)
    if (!found || !open.delete(handoffId)) return
    ports.tell({ kind: 'handoff', record: found.handoff }, true)
  }

  const write = async (visit: Visit, { text, about }: Saying): Promise<void> => {
    const now = agenda.now()
    const { threadId, customer, random: own } = visit.caller
    const record = await takeTurn({
      threadId,
      inbound: visit.caller.says(text, now),
      customer,
      knowledge: company.knowledgeIn(weekOf(now)),
      assistant: standIn(about, own),
    })
    ports.tell({ kind: 'turn', record })
    if (record.did === 'handed-off') waits(visit)
    if (record.did !== 'answered') return
    const next = reactTo(visit, about.isSmallTalk, weekOf(now))
    if (next) later(visit, next)
    else closesLater(visit)
  }
  const later = (visit: Visit, saying: Saying): void =>
    agenda.at(agenda.now() + saying.afterMs, () => write(visit, saying))

  const waits = (visit: Visit): void => {
    const { random: own, threadId } = visit.caller
    if (!own.chance(patience.speaks)) return
    const lost = own.exponential(patience.meanMinutes) * minuteMs
    const { state } = book.snapshot(threadId)
    agenda.at(agenda.now() + lost, () => {
      const now = book.snapshot(threadId).state
      if (now?.status === 'waiting' && now.epoch === state?.epoch) return write(visit, inLineWords(visit, 0))
    })
  }
  const closesLater = ({ caller: { threadId } }: Visit): void => {
    const { state } = book.snapshot(threadId)
    agenda.at(state?.timerAt ?? agenda.now(), () => {
      const now = book.snapshot(threadId).state
      if (now?.status !== 'assistant' || now.lastMessageAt !== state?.lastMessageAt) return
      book.commit(idleChanges(now, undefined, config, agenda.now()))
    })
  }
  const afterReturn = (visit: Visit): void => {
    const { random: own } = visit.caller
    if (own.chance(0.5)) later(visit, askMatter(visit, weekOf(agenda.now()), own.lognormal(10, 0.6) * minuteMs))
    else closesLater(visit)
  }

  /** The conversation is over; some come back, most often with what was left open. */
  const leaves = (threadId: string, outcome: string): void => {
    const { caller, matter } = visitOf(threadId)
    book.close(threadId)
    visits.delete(threadId)
    const isHelped = outcome === 'solved' || (outcome === 'answered' && isAnswerable(matter, weekOf(agenda.now())))
    const mayReturn = outcome === 'solved' || outcome === 'unsolved' || outcome === 'answered'
    if (!mayReturn || !caller.random.chance(isHelped ? comesBack.helped : comesBack.unhelped)) {
      book.forget(threadId)
      return
    }
    const after = (4 + caller.random.exponential(30)) * hourMs
    agenda.at(agenda.now() + after, () => visit(caller, isHelped ? undefined : matter))
  }
  const visit = (caller: Caller, same?: Matter): Promise<void> => {
    const week = weekOf(agenda.now())
    const begins = beginVisit(caller, same ?? chooseMatter(caller, week))
    visits.set(caller.threadId, begins)
    truth.begins(begins.matter)
    begun += 1
    return write(begins, askMatter(begins, week))
  }

  let callers = 0
  const arrivals = random.fork('arrivals')
  const hour = ({ from, count }: { readonly from: number; readonly count: number }): void => {
    for (const team of Object.keys(config.teams)) desk.serve(team)
    for (let n = 0; n < count; n++) {
      const number = callers++
      const at = Math.floor(from + arrivals.next() * hourMs)
      agenda.at(at, () => visit(createCaller(number, phrasings, random.fork(`caller ${number}`))))
    }
  }
  for (const beginning of beginningsOf(conversations)) agenda.at(beginning.from, () => hour(beginning))
  for (let at = quarterFrom + weekMs; at <= quarterTo; at += weekMs) agenda.at(at, () => ports.weekEnds(at))
  await agenda.run(quarterTo)
  for (const handoffId of [...open]) ended(handoffId)
  return begun
}
