import type { Fired } from '../../triggers/trigger.ts'
import type { LoggedTurn } from '../logged-turn.ts'
import type { Difference, DifferenceKind } from './compare.ts'

interface ToldPlace {
  readonly at: number
  /** What the customer wrote in that turn. */
  readonly asked: string
  readonly team?: string
  readonly rule?: string
  readonly handoffId?: string
  /** What fired, the principal first. */
  readonly fired: readonly Fired[]
}

/** A difference with its evidence, short enough to be kept by the thousand. */
export interface ToldDifference {
  readonly kind: DifferenceKind
  readonly conversationId: string
  readonly threadId: string
  /** It may have ended otherwise where nothing was recorded. */
  readonly open: boolean
  readonly outcome?: string
  readonly before?: ToldPlace
  readonly after?: ToldPlace
}

const askedCharacters = 500
const evidenceCharacters = 200
const firedAtMost = 3

const cut = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text)

const shortened = ({ evidence, reason, ...fired }: Fired): Fired => ({
  ...fired,
  reason: cut(reason, evidenceCharacters),
  evidence: {
    ...evidence,
    ...(evidence.matched !== undefined && { matched: cut(evidence.matched, evidenceCharacters) }),
    ...(evidence.detail !== undefined && { detail: cut(evidence.detail, evidenceCharacters) }),
  },
})

const placeOf = ({ at, messages }: LoggedTurn, fired: readonly Fired[]) => ({
  at,
  asked: cut(messages.join('\n'), askedCharacters),
  fired: fired.slice(0, firedAtMost).map(shortened),
})

export const toldDifference = (difference: Difference, outcome: string | undefined): ToldDifference => {
  const { kind, conversationId, threadId, open, before, after } = difference
  const { id: handoffId, team, rule } = before?.handoff ?? {}
  return {
    kind,
    conversationId,
    threadId,
    open,
    ...(outcome !== undefined && { outcome }),
    ...(before && {
      before: {
        ...placeOf(before.turn, before.turn.fired),
        ...(team !== undefined && { team }),
        ...(rule !== undefined && { rule }),
        ...(handoffId !== undefined && { handoffId }),
      },
    }),
    ...(after && {
      after: { ...placeOf(after.turn, after.handoff.fired), team: after.handoff.team, rule: after.handoff.rule },
    }),
  }
}
