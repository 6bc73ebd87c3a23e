import type { Handoff } from '../handoff/handoff.ts'
import { secondsBetween } from './clocks.ts'
import { AnsweredSample } from './clusters/answered-sample.ts'
import { askedInBrief, askedInTurn } from './clusters/asked.ts'
import type { Case, NearArticle } from './clusters/case.ts'
import { type Entry, entryOf } from './figures/entry.ts'
import { type ShadowFinding, shadowFindings } from './figures/shadow-log.ts'
import type { TakenTurn, Talk, Talks } from './figures/talks.ts'
import type { LoggedTurn } from './logged-turn.ts'

export interface Collected {
  readonly entries: readonly Entry[]
  readonly cases: readonly Case[]
  /** Of the assistant's turns; absent where they are not logged, or were left out. */
  readonly heard?: Heard
  /** How many conversations had been read when there was no more time: none of their turns is counted. */
  readonly leftOut?: number
}

export interface Heard {
  readonly talks: Talks
  readonly answered: AnsweredSample
  readonly shadow: readonly ShadowFinding[]
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

/** What a handoff says of itself: what its turn went by, and of an older one what its brief holds. */
const factsOfHandoff = (handoff: Handoff): TurnFacts => {
  const { basis, brief } = handoff
  const found = brief.tried.flatMap(({ action, title, url, confidence }) =>
    action === 'found-article' && url !== undefined && confidence !== undefined ? [{ title, url, confidence }] : [],
  )
  const topic = basis?.signals?.topic || handoff.topic
  return {
    asked: askedInBrief(handoff),
    articles: nearArticles(basis?.passages ?? found),
    ...(topic !== undefined && { topic }),
    toolFailed: basis?.tools === 'failed' || brief.records.some(({ failure }) => failure !== undefined),
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
    threadId: handoff.threadId,
    at: handoff.openedAt,
    language: handoff.language,
    trigger: handoff.trigger,
    ...facts,
    ...(floor !== undefined && { floor }),
    ...(handoff.outcome === 'spam' && { spam: true }),
    ...(handleSeconds !== undefined && { handleSeconds }),
  }
}

const topicAfter = (before: Talk | undefined, { passages }: LoggedTurn): string =>
  passages?.[0]?.topic ?? before?.topic ?? '-'

/**
 * Takes handoffs and turns in any order, each once over. What is kept of a handoff is what is counted; words and articles of
 * failures alone, and of answered questions a sample. A handoff that comes again replaces what came before.
 */
export class Collector {
  readonly #from: number
  readonly #entries = new Map<string, Entry>()
  readonly #cases = new Map<string, Case>()
  readonly #facts = new Map<string, TurnFacts>()
  readonly #talks = new Map<string, Talk & { readonly turns: TakenTurn[] }>()
  readonly #shadow: ShadowFinding[] = []
  readonly #answered = new AnsweredSample()
  #heardTurns = false
  #leftOut: number | undefined

  /** @param from of the span before the one reported: words of older ones are not kept */
  constructor(from: number) {
    this.#from = from
  }

  handoff(handoff: Handoff): void {
    this.#entries.set(handoff.id, entryOf(handoff))
    if (handoff.kind === 'failure' && handoff.openedAt >= this.#from)
      this.#cases.set(handoff.id, caseOf(handoff, factsOfHandoff(handoff)))
  }

  turn(turn: LoggedTurn): void {
    this.#heardTurns = true
    if (turn.at < this.#from || turn.did === 'appended') return
    this.#talk(turn)
    this.#shadow.push(...shadowFindings(turn))
    if (turn.did === 'handed-off' && turn.handoffId !== undefined) this.#facts.set(turn.handoffId, factsOfTurn(turn))
    if (turn.did === 'answered') this.#answer(turn)
  }

  /** There were turns to hear, even if none was taken. */
  heard(): void {
    this.#heardTurns = true
  }

  /** Part of the turns would be wrong figures: what needs them is left out. */
  leaveTurnsOut(conversations: number): void {
    this.#leftOut = conversations
  }

  collected(): Collected {
    const entries = [...this.#entries.values()]
    if (this.#leftOut !== undefined) return { entries, cases: [...this.#cases.values()], leftOut: this.#leftOut }
    const cases = [...this.#cases].map(([id, one]) => ({ ...one, ...this.#facts.get(id) }))
    return {
      entries,
      cases,
      ...(this.#heardTurns && { heard: { talks: this.#talks, answered: this.#answered, shadow: this.#shadow } }),
    }
  }

  #talk(turn: LoggedTurn): void {
    const { conversationId, at, did } = turn
    const before = this.#talks.get(conversationId)
    const turns = before?.turns ?? []
    turns.push({ at, did })
    this.#talks.set(conversationId, { topic: topicAfter(before, turn), turns })
  }

  #answer(turn: LoggedTurn): void {
    const { asked, articles, topic } = factsOfTurn(turn)
    if (asked === '') return
    const { conversationId, at, language } = turn
    this.#answered.add({
      id: `${conversationId} ${at}`,
      at,
      language,
      asked,
      articles,
      ...(topic !== undefined && { topic }),
    })
  }
}
