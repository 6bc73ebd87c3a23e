import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import { DeleteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import {
  briefKey,
  conversationKey,
  handoffKey,
  type Key,
  leaseKey,
  messageKey,
  personKey,
  stateKey,
  waitingKey,
} from '../aws/dynamo-keys.ts'
import { patchExpressions } from '../aws/dynamo-patch.ts'
import type { DynamoTable } from '../aws/dynamo-table.ts'
import type { RecordPatch } from '../aws/record-patch.ts'
import { type LineEntry, placeOf } from '../line/line-entry.ts'
import type { ConversationRecord, ThreadRecord, ThreadState } from '../thread/thread-state.ts'
import type { BesideHandoff } from './dynamo-handoff-items.ts'
import { emptiedBrief, emptiedHandoff, emptiedMessage } from './emptied.ts'
import type { PartOfThread, ThreadContents } from './whose-words.ts'

/** Where the open conversation stands in a line or under a lease, if it does. */
const entryKey = (state: ThreadState): Key | undefined => {
  if (state.status === 'waiting') return waitingKey(state.team, placeOf(state), state.conversationId)
  return state.status === 'claimed' ? leaseKey(state.team, state.leaseUntil, state.conversationId) : undefined
}

const openHandoffOf = ({ state }: ThreadContents): string | undefined =>
  state?.status === 'waiting' || state?.status === 'claimed' ? state.handoffId : undefined

/**
 * Takes somebody's words out of a thread that others write on, and leaves the records: lines, counts and clocks go on. What
 * leads to the words goes last, so that a second try finds what a first one left.
 * @returns false when somebody wrote to the thread meanwhile.
 */
export const emptyPart = async (
  { client, name: TableName }: DynamoTable,
  contents: ThreadContents,
  part: PartOfThread,
  attemptId: string,
): Promise<boolean> => {
  const { threadId, state } = contents
  /** Nothing where the record is gone, or is not as it was. */
  const update = async <T>(key: Key, patch: RecordPatch<T>): Promise<boolean> => {
    try {
      await client.send(new UpdateCommand({ TableName, ...patchExpressions(key, patch) }))
      return true
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false
      throw error
    }
  }

  for (const { openedAt, n, ...handoff } of part.handoffs) {
    const entry = handoff.id === openHandoffOf(contents) && state && entryKey(state)
    if (entry) await update<LineEntry>(entry, { expect: {}, set: { reason: handoff.trigger }, remove: ['facts'] })
    await update<BesideHandoff>(briefKey(threadId, openedAt, n), { ...emptiedBrief, remove: ['basis', 'words'] })
    await update(handoffKey(threadId, openedAt, n), emptiedHandoff(handoff))
  }
  for (const message of part.messages)
    await update(messageKey(threadId, message.at, message.id), emptiedMessage(message))
  for (const { startedAt } of part.conversations)
    await update<ConversationRecord>(conversationKey(threadId, startedAt), {
      expect: {},
      set: {},
      remove: ['customerId'],
    })
  for (const id of part.people) await client.send(new DeleteCommand({ TableName, Key: { ...personKey(threadId, id) } }))
  if (!state) return true
  const names = part.named ? (['customerId', 'senderId', 'customerName', 'vouchings'] as const) : []
  return update<ThreadRecord>(stateKey(threadId), {
    expect: { attemptId: state.attemptId },
    set: { attemptId },
    remove: names,
  })
}
