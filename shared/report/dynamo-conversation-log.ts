import {
  briefPrefix,
  conversationList,
  handoffPrefix,
  type Key,
  listsIndex,
  logList,
  messagePrefix,
  stateKey,
  threadPk,
  timeKey,
  timerList,
} from '../aws/dynamo-keys.ts'
import { getAll, type Item, pagesOf, queryAll, withoutKeys } from '../aws/dynamo-read.ts'
import type { DynamoTable } from '../aws/dynamo-table.ts'
import { handoffsOf } from '../handoff/dynamo-handoff-items.ts'
import { messageOf } from '../thread/dynamo-message.ts'
import type { ConversationRecord, ThreadState } from '../thread/thread-state.ts'
import type { ConversationLog, LoggedConversation } from './conversation-log.ts'

const dayMs = 86_400_000
/** Read at once: two ranges each. */
const abreast = 16

type Span = Pick<LoggedConversation, 'threadId' | 'conversationId' | 'record'> & {
  readonly startedAt: number
  readonly endedAt?: number
}

export const dynamoConversationLog = (table: DynamoTable, clock: () => number): ConversationLog => {
  const range = (threadId: string, from: string, to: string): Promise<Item[]> =>
    queryAll(table, {
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
      ExpressionAttributeValues: { ':pk': threadPk(threadId), ':from': from, ':to': to },
    })

  const readOne = async ({ startedAt, endedAt, ...named }: Span): Promise<LoggedConversation | undefined> => {
    const [from, to] = [timeKey(startedAt), endedAt === undefined ? '~' : `${timeKey(endedAt)}~`]
    const [messages, handoffs, briefs, [state]] = await Promise.all([
      range(named.threadId, messagePrefix + from, messagePrefix + to),
      range(named.threadId, handoffPrefix + from, handoffPrefix + to),
      range(named.threadId, briefPrefix + from, briefPrefix + to),
      getAll(table, [stateKey(named.threadId)]),
    ])
    // Half erased is erased.
    if (!state) return undefined
    return {
      ...named,
      channel: withoutKeys<ThreadState>(state).address.channel,
      messages: messages.map(messageOf).filter(({ conversationId }) => conversationId === named.conversationId),
      handoffs: handoffsOf([...handoffs, ...briefs]),
    }
  }

  async function* readAll(spans: readonly Span[]): AsyncGenerator<LoggedConversation> {
    for (let at = 0; at < spans.length; at += abreast)
      for (const one of await Promise.all(spans.slice(at, at + abreast).map(readOne))) if (one) yield one
  }

  const list = (key: string) =>
    pagesOf(table, {
      IndexName: listsIndex,
      KeyConditionExpression: 'listKey = :list',
      ExpressionAttributeValues: { ':list': key },
    })

  const ended = async (keys: readonly Key[], to: number): Promise<readonly Span[]> =>
    (await getAll(table, keys))
      .map(withoutKeys<ConversationRecord>)
      .filter(({ startedAt }) => startedAt < to)
      .toSorted((one, other) => one.closedAt - other.closedAt)
      .map((record) => ({
        threadId: record.threadId,
        conversationId: record.id,
        startedAt: record.startedAt,
        endedAt: record.closedAt,
        record,
      }))

  const open = async (keys: readonly Key[], to: number, seen: Set<string>): Promise<readonly Span[]> =>
    (
      await getAll(
        table,
        keys.map(({ pk }) => ({ pk, sk: stateKey('').sk })),
      )
    )
      .map(withoutKeys<ThreadState>)
      .filter(({ status, startedAt, threadId }) => status !== 'closed' && startedAt < to && !seen.has(threadId))
      .map(({ threadId, conversationId, startedAt }) => {
        seen.add(threadId)
        return { threadId, conversationId, startedAt }
      })

  return {
    async *read(from, to) {
      // Whatever was open then has ended since, or is open still.
      for (let day = Math.floor(from / dayMs) * dayMs; day <= clock(); day += dayMs)
        for await (const keys of list(conversationList(day))) yield* readAll(await ended(keys, to))

      const seen = new Set<string>()
      for await (const keys of list(timerList)) yield* readAll(await open(keys, to, seen))
      // Whoever waits or is held has no timer of its own always, but a handoff.
      for (let day = Math.floor(from / dayMs) * dayMs; day <= clock(); day += dayMs)
        for await (const keys of list(logList(day))) yield* readAll(await open(keys, to, seen))
    },
  }
}
