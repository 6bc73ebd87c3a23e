import type { Signals } from '../assistant/signals.ts'
import { type Handoff, returnedOutcome } from '../handoff/handoff.ts'
import type { Message, ReplyEvidence } from '../thread/message.ts'
import { customerTexts } from '../thread/transcript.ts'
import type { KeptSignals, TurnBasis } from '../thread/turn-basis.ts'
import type { LoggedTurn } from './logged-turn.ts'

/** One conversation as it is stored, its messages and handoffs oldest first. */
export interface StoredConversation {
  readonly threadId: string
  readonly conversationId: string
  readonly channel: string
  readonly messages: readonly Message[]
  readonly handoffs: readonly Handoff[]
}

const signalsOf = (kept: KeptSignals): Signals => ({
  answered: kept.answered ?? false,
  ...(kept.topic !== undefined && { topic: kept.topic }),
  wantsHuman: kept.wantsHuman ?? false,
  frustration: kept.frustration ?? 0,
  distress: kept.distress ?? false,
  restatesEarlierQuestion: kept.restatesEarlierQuestion ?? false,
  wish: kept.wish ?? '',
  ownTopics: [...(kept.ownTopics ?? [])],
})

const foundBy = ({ customer, passages, signals, sourceless, failed, unsayable, tools, shadow }: TurnBasis) => ({
  ...(customer && { customer }),
  ...(passages && { passages }),
  ...(signals && { model: { signals: signalsOf(signals), ...(sourceless && { sourceless }) } }),
  ...(failed !== undefined && { model: { failed } }),
  ...(unsayable && { unsayable }),
  ...(tools && { tools }),
  ...(shadow && { shadow }),
})

/** What an answer's evidence has already is not kept twice. */
const besideAnswer = ({ passages, topic, wish }: ReplyEvidence, basis: TurnBasis): TurnBasis => ({
  ...basis,
  ...(basis.signals && {
    passages,
    signals: { ...basis.signals, ...(topic !== undefined && { topic }), ...(wish !== undefined && { wish }) },
  }),
})

/** From when on the assistant has the customer's messages to answer: the last return, or the beginning. */
const assistantSince = (handoffs: readonly Handoff[], at: number): number =>
  Math.max(
    0,
    ...handoffs
      .filter(({ outcome, endedAt = at }) => outcome === returnedOutcome && endedAt < at)
      .map(({ endedAt = 0 }) => endedAt),
  )

/** The customer's messages in a row, and the word that followed them. */
interface Exchange {
  readonly burst: readonly [Message, ...Message[]]
  readonly word: Message | undefined
}

const exchangesOf = (messages: readonly Message[]): readonly Exchange[] => {
  const exchanges: Exchange[] = []
  let burst: Message[] = []
  const close = (word: Message | undefined): void => {
    const [first, ...rest] = burst
    if (first) exchanges.push({ burst: [first, ...rest], word })
    burst = []
  }
  for (const message of messages)
    if (message.author.kind === 'customer') burst.push(message)
    else close(message)
  close(undefined)
  return exchanges
}

/**
 * The turns of a conversation, from what is kept of it. A turn's customer messages are those before what it said: times
 * rise in the order of the commits. What was kept before turns had a basis is left out.
 */
export const turnsOf = (conversation: StoredConversation): readonly LoggedTurn[] => {
  const said = conversation.messages.filter(({ internal }) => internal !== true)
  const ahead = [...conversation.handoffs]
  const turns: LoggedTurn[] = []
  let withPeopleUntil = 0
  for (const exchange of exchangesOf(said)) {
    const isAppended = exchange.burst[0].at <= withPeopleUntil
    const turn = turnMaker({ conversation, said, exchange })
    if (isAppended) {
      const last = turns.at(-1)
      if (last) turns.push(...exchange.burst.map((message) => turn.appended(message, last)))
      continue
    }
    const { word } = exchange
    const opened =
      word?.author.kind === 'system' && (ahead[0]?.openedAt ?? word.at + 1) <= word.at ? ahead.shift() : undefined
    if (opened) withPeopleUntil = opened.endedAt ?? Number.POSITIVE_INFINITY
    if (opened?.basis)
      turns.push(
        turn.taken(opened.openedAt, opened.basis, { did: 'handed-off', fired: opened.fired, handoffId: opened.id }),
      )
    else if (word?.evidence?.basis) {
      const basis = besideAnswer(word.evidence, word.evidence.basis)
      turns.push(turn.taken(word.at, basis, { did: basis.putOff ? 'put-off' : 'answered', fired: [] }))
    }
  }
  return turns
}

interface TurnFacts {
  readonly conversation: StoredConversation
  readonly said: readonly Message[]
  readonly exchange: Exchange
}

const turnMaker = ({ conversation, said, exchange: { burst } }: TurnFacts) => {
  const { threadId, conversationId, channel, handoffs } = conversation
  const earlierThan = (first: Message): readonly string[] =>
    customerTexts(
      said.filter(({ at }) => at < first.at),
      assistantSince(handoffs, first.at),
    )
  const named = { threadId, conversationId, channel }
  return {
    taken: (at: number, basis: TurnBasis, did: Pick<LoggedTurn, 'did' | 'fired' | 'handoffId'>): LoggedTurn => ({
      ...named,
      at,
      configVersion: basis.configVersion,
      language: basis.language,
      messages: burst.map(({ text }) => text),
      earlier: earlierThan(burst[0]),
      ...foundBy(basis),
      ...did,
    }),
    /** Nobody judged it: it goes by what was known before. */
    appended: (message: Message, { configVersion, language, customer }: LoggedTurn): LoggedTurn => ({
      ...named,
      at: message.at,
      configVersion,
      language,
      ...(customer && { customer }),
      messages: [message.text],
      earlier: earlierThan(message),
      did: 'appended',
      fired: [],
    }),
  }
}
