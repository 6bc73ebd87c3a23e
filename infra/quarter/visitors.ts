import { idleChanges } from '#shared/handoff/end-idle.ts'
import type { LogLine } from '#shared/report/log-lines.ts'
import type { Agenda } from './agenda.ts'
import type { Book } from './book.ts'
import { hourMs, weekOf } from './calendar.ts'
import type { Caller } from './callers.ts'
import type { Company } from './company.ts'
import { isAnswerable, type Matter } from './matters.ts'
import { standIn } from './stand-in.ts'
import type { Truth } from './truth.ts'
import type { createTurns } from './turns.ts'
import { askMatter, beginVisit, chooseMatter, inLineWords, reactTo, type Saying, type Visit } from './visits.ts'

const minuteMs = 60_000
/** Whoever was not helped comes back more often than whoever was, after hours or days. */
const comesBack = { unhelped: 0.3, helped: 0.03, afterHours: 4, moreHours: 30 }
/** How long a line is borne, and how many say so when it is not. */
const patience = { meanMinutes: 120, speaks: 0.3 }
/** Whoever is given back asks again, or lets it be. */
const asksAgain = { share: 0.5, afterMinutes: 10 }

export interface VisitorPorts {
  readonly company: Company
  readonly agenda: Agenda
  readonly book: Book
  readonly truth: Truth
  readonly takeTurn: ReturnType<typeof createTurns>
  readonly tell: (line: LogLine) => void
}

/** Everybody who writes, from their first message until nobody expects another. */
export interface Visitors {
  begin(caller: Caller): Promise<void>
  of(threadId: string): Visit
  /** An agent gave the conversation back to the assistant. */
  givenBack(threadId: string): void
  /** The conversation is over. */
  leaves(threadId: string, outcome: string): void
  /** Conversations so far. */
  begun(): number
}

/** The assistant's conversation closes with its timer, unless something was said meanwhile. */
const closing = ({ agenda, book, company }: VisitorPorts, { caller: { threadId } }: Visit): void => {
  const { state } = book.snapshot(threadId)
  agenda.at(state?.timerAt ?? agenda.now(), () => {
    const now = book.snapshot(threadId).state
    if (now?.status !== 'assistant' || now.lastMessageAt !== state?.lastMessageAt) return
    book.commit(idleChanges(now, undefined, company.deployed.config, agenda.now()))
  })
}

/** Writing, and what comes of it: the next message, a wait, or silence. */
const writing = (ports: VisitorPorts) => {
  const { agenda, book, company, takeTurn, tell } = ports
  const waits = (visit: Visit): void => {
    const { random, threadId } = visit.caller
    if (!random.chance(patience.speaks)) return
    const borne = random.exponential(patience.meanMinutes) * minuteMs
    const { state } = book.snapshot(threadId)
    agenda.at(agenda.now() + borne, () => {
      const now = book.snapshot(threadId).state
      if (now?.status === 'waiting' && now.epoch === state?.epoch) return write(visit, inLineWords(visit, 0))
    })
  }
  const write = async (visit: Visit, { text, about }: Saying): Promise<void> => {
    const now = agenda.now()
    const { threadId, customer, random } = visit.caller
    const inbound = visit.caller.says(text, now)
    const knowledge = company.knowledgeIn(weekOf(now))
    const record = await takeTurn({ threadId, inbound, customer, knowledge, assistant: standIn(about, random) })
    tell({ kind: 'turn', record })
    if (record.did === 'handed-off') waits(visit)
    if (record.did !== 'answered') return
    const next = reactTo(visit, about.isSmallTalk, weekOf(now))
    if (next) later(visit, next)
    else closing(ports, visit)
  }
  const later = (visit: Visit, saying: Saying): void =>
    agenda.at(agenda.now() + saying.afterMs, () => write(visit, saying))
  return { write, later }
}

export const createVisitors = (ports: VisitorPorts): Visitors => {
  const { agenda, book, truth } = ports
  const { write, later } = writing(ports)
  const visits = new Map<string, Visit>()
  let begun = 0
  const of = (threadId: string): Visit => {
    const visit = visits.get(threadId)
    if (!visit) throw new Error(`nobody visits on ${threadId}`)
    return visit
  }
  const begin = (caller: Caller, same?: Matter): Promise<void> => {
    const week = weekOf(agenda.now())
    const visit = beginVisit(caller, same ?? chooseMatter(caller, week))
    visits.set(caller.threadId, visit)
    truth.begins(visit.matter)
    begun += 1
    return write(visit, askMatter(visit, week))
  }

  return {
    begin,
    of,
    givenBack: (threadId) => {
      const visit = of(threadId)
      const { random } = visit.caller
      if (!random.chance(asksAgain.share)) return closing(ports, visit)
      later(visit, askMatter(visit, weekOf(agenda.now()), random.lognormal(asksAgain.afterMinutes, 0.6) * minuteMs))
    },
    leaves: (threadId, outcome) => {
      const { caller, matter } = of(threadId)
      book.close(threadId)
      visits.delete(threadId)
      const isAnswered = outcome === 'answered' && isAnswerable(matter, weekOf(agenda.now()))
      const isHelped = outcome === 'solved' || isAnswered
      const mayReturn = isHelped || outcome === 'unsolved' || outcome === 'answered'
      if (!mayReturn || !caller.random.chance(isHelped ? comesBack.helped : comesBack.unhelped))
        return book.forget(threadId)
      const after = (comesBack.afterHours + caller.random.exponential(comesBack.moreHours)) * hourMs
      agenda.at(agenda.now() + after, () => begin(caller, isHelped ? undefined : matter))
    },
    begun: () => begun,
  }
}
