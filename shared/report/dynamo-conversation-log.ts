import {
  answeredListPk,
  briefPrefix,
  conversationKey,
  handoffPrefix,
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
import type { ListedConversation } from '../handoff/dynamo-ended-conversations.ts'
import { handoffsOf } from '../handoff/dynamo-handoff-items.ts'
import type { Handoff } from '../handoff/handoff.ts'
import { messageOf } from '../thread/dynamo-message.ts'
import { parseConversationId } from '../thread/ids.ts'
import type { ConversationRecord, ThreadState } from '../thread/thread-state.ts'
import type { ConversationLog, LoggedConversation } from './conversation-log.ts'

const dayMs = 86_400_000
/** Read at once: two ranges each. */
const abreast = 16

type Place = Pick<ConversationRecord, 'threadId' | 'startedAt'>

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

  const ended = async (places: readonly Place[], to: number, seen: Set<string>): Promise<readonly Span[]> => {
    const records = await getAll(
      table,
      places.map(({ threadId, startedAt }) => conversationKey(threadId, startedAt)),
    )
    return records
      .map(withoutKeys<ConversationRecord>)
      .filter(({ id, startedAt }) => startedAt < to && !seen.has(id) && seen.add(id))
      .toSorted((one, other) => one.closedAt - other.closedAt)
      .map((record) => ({
        threadId: record.threadId,
        conversationId: record.id,
        startedAt: record.startedAt,
        endedAt: record.closedAt,
        record,
      }))
  }

  const open = async (threadIds: readonly string[], to: number, seen: Set<string>): Promise<readonly Span[]> =>
    (await getAll(table, threadIds.map(stateKey)))
      .map(withoutKeys<ThreadState>)
      .filter(({ status, startedAt }) => status !== 'closed' && startedAt < to)
      .filter(({ conversationId }) => !seen.has(conversationId) && seen.add(conversationId))
      .map(({ threadId, conversationId, startedAt }) => ({ threadId, conversationId, startedAt }))

  /** Of those that the assistant alone dealt with: a page of the sweep's lists. */
  const answeredOn = async (day: number): Promise<readonly Place[]> =>
    (
      await queryAll(table, {
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': answeredListPk(day) },
      })
    )
      .flatMap(({ listed }) => listed as readonly ListedConversation[])
      .flatMap(({ id, startedAt }) => {
        const conversation = parseConversationId(id)
        return conversation ? [{ threadId: conversation.threadId, startedAt }] : []
      })

  return {
    async *read(from, to) {
      const seen = new Set<string>()
      // Whatever was open then has ended since, or is open still.
      for (let day = Math.floor(from / dayMs) * dayMs; day <= clock(); day += dayMs) {
        yield* readAll(await ended(await answeredOn(day), to, seen))
        for await (const keys of list(logList(day))) {
          const handoffs = (await getAll(table, keys)).map(withoutKeys<Omit<Handoff, 'brief'>>)
          yield* readAll(await ended(handoffs, to, seen))
          yield* readAll(
            await open(
              handoffs.map(({ threadId }) => threadId),
              to,
              seen,
            ),
          )
        }
      }
      for await (const keys of list(timerList))
        yield* readAll(
          await open(
            keys.map(({ pk }) => pk.slice(threadPk('').length)),
            to,
            seen,
          ),
        )
    },
  }
}
