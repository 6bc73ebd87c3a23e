import {
  briefKey,
  briefPrefix,
  handoffKey,
  handoffPrefix,
  type Key,
  listsIndex,
  logList,
  messageKey,
  stateKey,
  threadPk,
  timeKey,
} from '../aws/dynamo-keys.ts'
import { getAll, type Item, queryAll, withoutKeys } from '../aws/dynamo-read.ts'
import type { DynamoTable } from '../aws/dynamo-table.ts'
import { isMessageItem, messageOf } from '../thread/dynamo-message.ts'
import { type HandoffRef, parseHandoffId } from '../thread/ids.ts'
import type { ThreadState } from '../thread/thread-state.ts'
import { transcriptOf } from '../thread/transcript.ts'
import { handoffsOf } from './dynamo-handoff-items.ts'
import { type HandoffReader, type HandoffWithTranscript, storedCount } from './handoff-reader.ts'

const dayMs = 86_400_000

/** A handoff and the brief beside it. */
const keysOf = ({ threadId, openedAt, n }: HandoffRef): Key[] => [
  handoffKey(threadId, openedAt, n),
  briefKey(threadId, openedAt, n),
]

export const dynamoHandoffReader = (table: DynamoTable): HandoffReader => {
  /** Every item of the thread between two sort keys, in key order. */
  const getRange = (threadId: string, from: string, to: string): Promise<Item[]> =>
    queryAll(table, {
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
      ExpressionAttributeValues: { ':pk': threadPk(threadId), ':from': from, ':to': to },
    })

  /** Handoffs sort before messages, and the state after them: in a thread's first conversation they are one range. */
  const readParts = async (ref: HandoffRef): Promise<Item[]> => {
    const { sk } = handoffKey(ref.threadId, ref.openedAt, ref.n)
    const parts = ref.n === 1 ? [] : await getAll(table, keysOf(ref))
    const handoff = parts.find((part) => part.sk === sk)
    if (!handoff) return getRange(ref.threadId, sk, '~STATE')
    return [
      ...parts,
      ...(await getRange(ref.threadId, messageKey(ref.threadId, Number(handoff.startedAt), '').sk, '~STATE')),
    ]
  }

  return {
    read: async (handoffId) => {
      const ref = parseHandoffId(handoffId)
      if (!ref) return undefined
      const items = await getAll(table, [...keysOf(ref), stateKey(ref.threadId)])
      const state = items.find(({ sk }) => sk === '~STATE')
      const [handoff] = handoffsOf(items)
      return handoff && state && { handoff, state: withoutKeys<ThreadState>(state) }
    },

    readWithTranscript: async (handoffId) => {
      const ref = parseHandoffId(handoffId)
      if (!ref) return undefined
      const items = await readParts(ref)
      return assemble(handoffId, items)
    },

    readMany: async (handoffIds) => {
      const refs = handoffIds.map(parseHandoffId).filter((ref) => ref !== undefined)
      return handoffsOf(await getAll(table, refs.flatMap(keysOf)))
    },

    ofThread: async (threadId) => handoffsOf(await getRange(threadId, handoffPrefix, `${briefPrefix}~`)),

    log: async (from, to, { limit, after }) => {
      const keys: Item[] = []
      // DynamoDB refuses a range whose end stands before its beginning.
      if (after !== undefined && after >= timeKey(to)) return { handoffs: [] }
      // By number: behind the year 9999 days no longer sort by their names.
      for (let day = Math.floor(from / dayMs) * dayMs; day < to; day += dayMs) {
        const page = await logDay(table, { day, from, to, after, limit: limit + 1 - keys.length })
        keys.push(...page)
        if (keys.length > limit) break
      }
      const shown = keys.slice(0, limit)
      const ids = shown.map(({ listSort }) => String(listSort).slice(timeKey(0).length + 1))
      const refs = ids.map(parseHandoffId).filter((ref) => ref !== undefined)
      const byId = new Map(handoffsOf(await getAll(table, refs.flatMap(keysOf))).map((one) => [one.id, one]))
      const last = shown.at(-1)
      return {
        handoffs: ids.flatMap((id) => byId.get(id) ?? []),
        ...(keys.length > limit && last && { next: String(last.listSort) }),
      }
    },
  }
}

const assemble = (handoffId: string, items: readonly Item[]): HandoffWithTranscript | undefined => {
  const handoff = handoffsOf(items).find(({ id }) => id === handoffId)
  const last = items.find(({ sk }) => sk === '~STATE')
  if (!handoff || !last) return undefined
  const state = withoutKeys<ThreadState>(last)
  const messages = items.filter(isMessageItem).map(messageOf)
  const transcript = transcriptOf(messages, handoff.conversationId)
  return { handoff, state, transcript, stored: storedCount(handoff, state, transcript) }
}

interface LogDay {
  readonly day: number
  readonly from: number
  readonly to: number
  readonly after: string | undefined
  readonly limit: number
}

/** One day's entries of the log index; `after` is the last one of the page before. */
const logDay = (table: DynamoTable, { day, from, to, after, limit }: LogDay): Promise<Item[]> =>
  queryAll(
    table,
    {
      IndexName: listsIndex,
      KeyConditionExpression: 'listKey = :day AND listSort BETWEEN :from AND :to',
      // The character after every sort key that begins with the last one; nothing sorts in between.
      ExpressionAttributeValues: {
        ':day': logList(day),
        ':from': after !== undefined && after >= timeKey(from) ? `${after}\u0001` : timeKey(from),
        ':to': timeKey(to),
      },
    },
    limit,
  )
