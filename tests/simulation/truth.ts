import { unmarshall } from '@aws-sdk/util-dynamodb'
import type { Brief } from '#shared/handoff/brief.ts'
import type { Handoff } from '#shared/handoff/handoff.ts'
import type { Lease, LineEntry } from '#shared/line/line-entry.ts'
import type { Message } from '#shared/thread/message.ts'
import type { ConversationRecord, ThreadRecord } from '#shared/thread/thread-state.ts'
import type { SimulatedTable } from './table/simulated-table.ts'

/** What the table really holds, by kind. */
export interface Truth {
  readonly states: readonly ThreadRecord[]
  /** By thread, in the thread's order. */
  readonly messages: ReadonlyMap<string, readonly Message[]>
  readonly conversations: readonly ConversationRecord[]
  readonly handoffs: readonly Handoff[]
  /** What an agent reads first, by the handoff's id. */
  readonly briefs: ReadonlyMap<string, Brief>
  readonly waiting: readonly LineEntry[]
  readonly leases: readonly Lease[]
  readonly agents: readonly { readonly id: string; readonly open: readonly string[] }[]
  /** Ids of events that were not settled. */
  readonly owed: readonly string[]
  /** Places whose key says something else than they do. */
  readonly misplaced: readonly string[]
}

const kinds = ['~STATE', 'MSG', 'CONV', 'HANDOFF', 'HANDOFF-BRIEF', 'W', 'L', 'STATE'] as const
type Kind = (typeof kinds)[number]
type Found = Readonly<Record<string, unknown>>

/** Reads every record, by its key alone: none of the product's readers is asked. */
export const readTruth = (table: SimulatedTable): Truth => {
  const owed: string[] = []
  const found = new Map<string, Found[]>(kinds.map((kind) => [kind, []]))
  for (const item of table.everything()) {
    const record = unmarshall({ ...item })
    if (String(record.pk).startsWith('EVENT#')) owed.push(String(record.event?.id))
    found.get(String(record.sk).split('#')[0] ?? '')?.push(record)
  }
  const of = (kind: Kind): Found[] => found.get(kind) ?? []
  const inOrder = of('MSG')
    .sort((one, other) => (String(one.sk) < String(other.sk) ? -1 : 1))
    .map(messageIn)
  const briefs = new Map(
    of('HANDOFF-BRIEF').map(({ pk, sk, brief }) => [
      `${pk} ${String(sk).slice('HANDOFF-BRIEF'.length)}`,
      brief as Brief,
    ]),
  )
  const handoffs = of('HANDOFF') as unknown as (Handoff & Found)[]
  return {
    states: of('~STATE') as unknown as ThreadRecord[],
    messages: Map.groupBy(inOrder, ({ threadId }) => threadId),
    conversations: of('CONV') as unknown as ConversationRecord[],
    handoffs,
    briefs: new Map(
      handoffs.flatMap(({ id, pk, sk }) => {
        const brief = briefs.get(`${pk} ${String(sk).slice('HANDOFF'.length)}`)
        return brief ? [[id, brief]] : []
      }),
    ),
    waiting: of('W') as unknown as LineEntry[],
    leases: of('L') as unknown as Lease[],
    agents: of('STATE').map(({ pk, open }) => ({
      id: String(pk).slice('AGENT#'.length),
      open: [...((open as ReadonlySet<string> | undefined) ?? [])],
    })),
    owed,
    misplaced: [
      ...of('W').flatMap((record) => misplaced(record, Number(record.startedAt) - Number(record.headStartMs ?? 0))),
      ...of('L').flatMap((record) => misplaced(record, record.leaseUntil)),
    ],
  }
}

/** A message's thread, time and id are its key. */
const messageIn = (record: Found): Message => {
  const [, at = '', id = ''] = String(record.sk).split('#')
  const threadId = String(record.pk).slice('THREAD#'.length)
  const conversationId = `${threadId}.${record.conversation}`
  return { ...(record as unknown as Message), threadId, conversationId, at: Number(at), id }
}

const misplaced = ({ pk, sk, team, conversationId }: Found, time: unknown): readonly string[] => {
  const [, at, id] = String(sk).split('#')
  return pk === `LINE#${team}` && Number(at) === time && id === conversationId
    ? []
    : [`${pk} ${sk} is of ${team}, ${time}, ${conversationId}`]
}
