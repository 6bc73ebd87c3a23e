import type { LoggedTurn } from '../logged-turn.ts'
import { type Counts, countBy } from './counts.ts'
import type { Entry, Span } from './entry.ts'

/** Of a turn, that it was taken, and what came of it. */
export type TakenTurn = Pick<LoggedTurn, 'at' | 'did'>

/** A conversation as the assistant's turns tell it; what was only appended while a person had it is none of them. */
export interface Talk {
  /** Of the last turn that found an article; `-` where none did. */
  readonly topic: string
  readonly turns: readonly TakenTurn[]
}

/** Talks by conversation. */
export type Talks = ReadonlyMap<string, Talk>

const isIn = ({ from, to }: Span, at: number): boolean => at >= from && at < to

const lastAt = ({ turns }: Talk): number => Math.max(...turns.map(({ at }) => at))

const has = ({ turns }: Talk, did: TakenTurn['did']): boolean => turns.some((turn) => turn.did === did)

/** Conversations whose last turn is of the span, and that the assistant ended without a person, by topic. */
export const endedAlone = (talks: Talks, entries: readonly Entry[], span: Span): Counts => {
  const handedOff = new Set(entries.map(({ conversationId }) => conversationId))
  const alone = [...talks].filter(
    ([id, talk]) => has(talk, 'answered') && !has(talk, 'handed-off') && !handedOff.has(id) && isIn(span, lastAt(talk)),
  )
  return countBy(alone, ([, { topic }]) => topic)
}

/** The span's turns by what came of them. */
export const turnsBy = (talks: Talks, span: Span): Counts =>
  countBy(
    [...talks.values()].flatMap(({ turns }) => turns.filter(({ at }) => isIn(span, at))),
    ({ did }) => did,
  )
