import type { Change } from '../handoff/change.ts'
import { lastSenderOf } from '../thread/thread-state.ts'
import type { OpenTurn } from './turn.ts'

type Person = (Change & { readonly kind: 'person-noted' })['person']

const personBefore = ({ before }: OpenTurn): readonly Person[] => {
  // Of a conversation that is over the record says who wrote last.
  if (!before || before.status === 'closed' || before.customerId === undefined) return []
  const { customerId, senderId } = before
  return [{ customerId, ...(senderId !== undefined && { senderId }) }]
}

const inThisBatch = ({ added, thread }: OpenTurn): readonly Person[] =>
  added.flatMap(({ author }) =>
    author.kind === 'customer' && author.id !== undefined && author.id !== lastSenderOf(thread)
      ? [{ customerId: author.id }]
      : [],
  )

/** Whoever wrote in the conversation and is not whom its state names from now on: they may be erased some day. */
export const notedPeople = (turn: OpenTurn): readonly Change[] => {
  const { threadId, customerId, lastMessageAt: at } = turn.thread
  const people = [...inThisBatch(turn), ...personBefore(turn)].filter((one) => one.customerId !== customerId)
  const each = new Map(people.map((one) => [one.customerId, one]))
  return [...each.values()].map((person) => ({ kind: 'person-noted', threadId, person, at }))
}
