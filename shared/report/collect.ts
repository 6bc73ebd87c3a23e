import type { Handoff } from '../handoff/handoff.ts'
import { secondsBetween } from './clocks.ts'
import { AnsweredSample } from './clusters/answered-sample.ts'
import { askedInBrief, askedInTurn } from './clusters/asked.ts'
import type { Case, NearArticle } from './clusters/case.ts'
import { type Entry, entryOf } from './figures/entry.ts'
import type { LoggedTurn } from './logged-turn.ts'

export interface ReportLog {
  readonly handoffs: AsyncIterable<Handoff> | Iterable<Handoff>
  /** Absent where the assistant's turns are not logged. */
  readonly turns?: AsyncIterable<LoggedTurn> | Iterable<LoggedTurn>
}

/** A conversation as its turns tell it. */
export interface TalkedWith {
  readonly lastAt: number
  readonly topic: string
  readonly answered: boolean
  readonly handedOff: boolean
}

export interface Collected {
  readonly entries: readonly Entry[]
  readonly cases: readonly Case[]
  /** By conversation. */
  readonly talks?: ReadonlyMap<string, TalkedWith>
  readonly answered?: AnsweredSample
}

type TurnFacts = Pick<Case, 'asked' | 'articles' | 'topic' | 'toolFailed'>

const nearest = 3

const nearArticles = (found: readonly NearArticle[]): readonly NearArticle[] =>
  found
    .filter(({ url }, at) => found.findIndex((other) => other.url === url) === at)
    .slice(0, nearest)
    .map(({ title, url, confidence, sureness }) => ({
      title,
      url,
      confidence,
      ...(sureness !== undefined && { sureness }),
    }))

const topicOf = ({ model, passages }: LoggedTurn): string | undefined =>
  (model && 'signals' in model ? model.signals.topic : undefined) || passages?.[0]?.topic

const factsOfTurn = (turn: LoggedTurn): TurnFacts => {
  const topic = topicOf(turn)
  return {
    asked: askedInTurn(turn),
    articles: nearArticles(turn.passages ?? []),
    ...(topic !== undefined && { topic }),
    toolFailed: turn.tools === 'failed',
  }
}

const factsOfBrief = (handoff: Handoff): TurnFacts => {
  const { tried, records } = handoff.brief
  const found = tried.flatMap(({ action, title, url, confidence }) =>
    action === 'found-article' && url !== undefined && confidence !== undefined ? [{ title, url, confidence }] : [],
  )
  return {
    asked: askedInBrief(handoff),
    articles: nearArticles(found),
    ...(handoff.topic !== undefined && { topic: handoff.topic }),
    toolFailed: records.some(({ failure }) => failure !== undefined),
  }
}

const floorOf = ({ fired }: Handoff): number | undefined =>
  fired.find(({ trigger }) => trigger === 'low-confidence' || trigger === 'outside-knowledge')?.evidence.threshold

const caseOf = (handoff: Handoff, facts: TurnFacts): Case => {
  const floor = floorOf(handoff)
  const handleSeconds = secondsBetween(handoff.firstClaimedAt, handoff.endedAt)
  return {
    handoffId: handoff.id,
    conversationId: handoff.conversationId,
    at: handoff.openedAt,
    language: handoff.language,
    trigger: handoff.trigger,
    ...facts,
    ...(floor !== undefined && { floor }),
    ...(handleSeconds !== undefined && { handleSeconds }),
  }
}

const talkAfter = (before: TalkedWith | undefined, turn: LoggedTurn): TalkedWith => ({
  lastAt: Math.max(before?.lastAt ?? 0, turn.at),
  topic: turn.passages?.[0]?.topic ?? before?.topic ?? '-',
  answered: turn.did === 'answered' || (before?.answered ?? false),
  handedOff: turn.did === 'handed-off' || (before?.handedOff ?? false),
})

const readTurns = async (turns: NonNullable<ReportLog['turns']>, from: number) => {
  const talks = new Map<string, TalkedWith>()
  const facts = new Map<string, TurnFacts>()
  const answered = new AnsweredSample()
  for await (const turn of turns) {
    if (turn.at < from) continue
    talks.set(turn.conversationId, talkAfter(talks.get(turn.conversationId), turn))
    if (turn.did === 'handed-off' && turn.handoffId !== undefined) facts.set(turn.handoffId, factsOfTurn(turn))
    if (turn.did !== 'answered') continue
    const { asked, articles, topic } = factsOfTurn(turn)
    const id = `${turn.conversationId} ${turn.at}`
    if (asked !== '')
      answered.add({ id, at: turn.at, language: turn.language, asked, articles, ...(topic !== undefined && { topic }) })
  }
  return { talks, facts, answered }
}

/**
 * One pass over each log. What is kept of a handoff is what is counted; words and articles of failures alone, and of answered
 * questions a sample.
 * @param from of the span before the one reported: words of older ones are not kept
 */
export const collect = async ({ handoffs, turns }: ReportLog, from: number): Promise<Collected> => {
  const read = turns && (await readTurns(turns, from))
  const entries: Entry[] = []
  const cases: Case[] = []
  for await (const handoff of handoffs) {
    entries.push(entryOf(handoff))
    if (handoff.kind === 'failure' && handoff.openedAt >= from)
      cases.push(caseOf(handoff, read?.facts.get(handoff.id) ?? factsOfBrief(handoff)))
  }
  return { entries, cases, ...(read && { talks: read.talks, answered: read.answered }) }
}
