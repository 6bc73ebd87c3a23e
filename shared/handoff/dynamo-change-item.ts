import type { TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb'
import {
  agentKey,
  briefKey,
  claimKey,
  conversationKey,
  deliverySeenKey,
  eventKey,
  handoffKey,
  type Key,
  leaseKey,
  logList,
  personKey,
  stateKey,
  timeKey,
  timerList,
  undeliveredPlace,
  waitingKey,
  writeSeenKey,
} from '../aws/dynamo-keys.ts'
import { patchExpressions } from '../aws/dynamo-patch.ts'
import type { RecordPatch } from '../aws/record-patch.ts'
import { placeOf } from '../line/line-entry.ts'
import { messageItem } from '../thread/dynamo-message.ts'
import { parseHandoffId } from '../thread/ids.ts'
import { repeatDays } from '../thread/repeats.ts'
import type { ThreadRecord } from '../thread/thread-state.ts'
import type { Change, EntryRef } from './change.ts'
import { besideHandoff, type Ends, handoffRecord, setApart } from './dynamo-handoff-items.ts'
import type { Handoff } from './handoff.ts'

export type TransactItem = NonNullable<TransactWriteCommandInput['TransactItems']>[number]
type Item = TransactItem

const daySeconds = 86_400
const claimDays = 1

const ttl = (at: number, days: number): number => Math.ceil(at / 1_000) + days * daySeconds
/** Shows the record in the way, so that a repeated write recognises its own first try. */
const showExisting = { ReturnValuesOnConditionCheckFailure: 'ALL_OLD' } as const

const timerLists = (state: Partial<ThreadRecord>) =>
  state.timerAt === undefined ? {} : { listKey: timerList, listSort: timeKey(state.timerAt) }

interface Derived {
  readonly listKey: string
  readonly listSort: string
  readonly ttl: number
}

/** The timer's place in the index follows `timerAt`, and the end of a silent thread `closedAt`, whoever sets them. */
const threadPatch = (
  patch: RecordPatch<ThreadRecord>,
  { attemptId, recordDays }: ChangeItemOptions,
): RecordPatch<ThreadRecord & Derived> => {
  const { set, remove = [] } = patch
  const ends = set.closedAt !== undefined && recordDays > 0
  return {
    ...patch,
    set: { ...set, ...timerLists(set), ...(ends && { ttl: ttl(set.closedAt, recordDays) }), attemptId },
    remove: [
      ...remove,
      ...(remove.includes('timerAt') ? (['listKey', 'listSort'] as const) : []),
      ...(remove.includes('closedAt') ? (['ttl'] as const) : []),
    ],
  }
}

const handoffKeyOf = (handoffId: string): Key => {
  const ref = parseHandoffId(handoffId)
  if (!ref) throw new Error(`handoff id ${handoffId} is not one of ours`)
  return handoffKey(ref.threadId, ref.openedAt, ref.n)
}

const placeKey = (entry: EntryRef): Key => waitingKey(entry.team, placeOf(entry), entry.conversationId)

export interface ChangeItemOptions extends Ends {
  readonly tableName: string
  readonly attemptId: string
}

/**
 * Every change as DynamoDB's items: the one place where the conditions stand. All are one item but a new handoff: its
 * brief lies beside it, written once, so that the handoff's many changes do not pay for its size.
 */
export const changeItems = (options: ChangeItemOptions, change: Change): readonly [Item, ...Item[]] =>
  change.kind === 'handoff-opened'
    ? [changeItem(options, change), briefItem(options, change.handoff)]
    : [changeItem(options, change)]

const briefItem = (options: ChangeItemOptions, handoff: Handoff): Item => {
  const { threadId, openedAt, n } = handoff
  const life = options.textDays > 0 ? { ttl: ttl(openedAt, options.textDays) } : {}
  const Item = { ...briefKey(threadId, openedAt, n), ...life, ...besideHandoff(handoff, options) }
  return { Put: { TableName: options.tableName, Item } }
}

const changeItem = (options: ChangeItemOptions, change: Change): Item => {
  const { tableName: TableName, attemptId, recordDays, textDays } = options
  const kept = (at: number, days = recordDays) => (days > 0 ? { ttl: ttl(at, days) } : {})
  const put = (key: Key, fields: object, isNew = true): Item => ({
    Put: {
      TableName,
      Item: { ...key, ...fields },
      ...(isNew && { ConditionExpression: 'attribute_not_exists(pk)', ...showExisting }),
    },
  })
  const update = <T>(key: Key, patch: RecordPatch<T>): Item => ({
    Update: { TableName, ...patchExpressions(key, patch), ...showExisting },
  })
  const removeAt = (Key: Key, epoch: number): Item => ({
    Delete: {
      TableName,
      Key,
      ConditionExpression: 'epoch = :epoch',
      ExpressionAttributeValues: { ':epoch': epoch },
      ...showExisting,
    },
  })

  switch (change.kind) {
    case 'thread-begun':
      return put(stateKey(change.state.threadId), { ...change.state, ...timerLists(change.state), attemptId })
    case 'thread-changed':
      return update(stateKey(change.threadId), threadPatch(change.patch, options))
    case 'message-added': {
      const { message, unlisted } = change
      const listed = message.delivery === 'pending' && !unlisted && undeliveredPlace(message.at)
      const { pk, sk, ...fields } = messageItem(message)
      return put({ pk, sk }, { ...fields, ...listed, ...kept(message.at, textDays) })
    }
    case 'delivery-seen':
      return put(deliverySeenKey(change.threadId, change.dedupeId), { ttl: ttl(change.at, repeatDays) })
    case 'delivery-marked':
      return put(deliverySeenKey(change.threadId, change.dedupeId), { ttl: ttl(change.at, repeatDays) }, false)
    case 'person-noted':
      return put(personKey(change.threadId, change.person.customerId), { ...change.person, ...kept(change.at) }, false)
    case 'conversation-closed': {
      const { threadId, startedAt, closedAt } = change.record
      return put(conversationKey(threadId, startedAt), { ...change.record, ...kept(closedAt) })
    }
    case 'handoff-opened': {
      const handoff = handoffRecord(change.handoff, options)
      const { id, threadId, openedAt, n } = handoff
      const listed = { listKey: logList(openedAt), listSort: `${timeKey(openedAt)}#${id}` }
      return put(handoffKey(threadId, openedAt, n), { ...handoff, ...listed, ...kept(openedAt), attemptId })
    }
    case 'handoff-changed':
      return update(handoffKeyOf(change.handoffId), {
        ...change.patch,
        set: { ...setApart(change.patch.set, options), attemptId },
      })
    case 'line-entered':
      return put(placeKey(change.entry), change.entry)
    case 'line-left':
      return removeAt(placeKey(change.entry), change.entry.epoch)
    case 'lease-started':
      return put(leaseKey(change.lease.team, change.lease.leaseUntil, change.lease.conversationId), change.lease)
    case 'lease-ended': {
      const { team, leaseUntil, conversationId, epoch } = change.lease
      return removeAt(leaseKey(team, leaseUntil, conversationId), epoch)
    }
    case 'agent-took':
      return {
        Update: {
          TableName,
          Key: agentKey(change.agentId),
          UpdateExpression: 'SET seenAt = :at ADD #open :handoffs',
          ConditionExpression: 'attribute_not_exists(#open) OR size(#open) < :capacity',
          ExpressionAttributeNames: { '#open': 'open' },
          ExpressionAttributeValues: {
            ':at': change.at,
            ':handoffs': new Set([change.handoffId]),
            ':capacity': change.capacity,
          },
          ...showExisting,
        },
      }
    case 'agent-freed':
      return {
        Update: {
          TableName,
          Key: agentKey(change.agentId),
          UpdateExpression: 'SET seenAt = :at DELETE #open :handoffs',
          ExpressionAttributeNames: { '#open': 'open' },
          ExpressionAttributeValues: { ':at': change.at, ':handoffs': new Set([change.handoffId]) },
        },
      }
    case 'claim-recorded': {
      const { agentId, claimId, handoffId, at } = change
      return put(claimKey(agentId, claimId), { agentId, claimId, handoffId, ttl: ttl(at, claimDays) })
    }
    case 'event-owed': {
      const [{ event }, at] = [change, Date.parse(change.event.at)]
      return put(eventKey({ id: event.id, at }), { event, ttl: ttl(at, repeatDays) }, false)
    }
    case 'write-seen':
      return put(writeSeenKey(change.key), { messageId: change.messageId, ttl: ttl(change.at, repeatDays) })
  }
}
