import { unmarshall } from '@aws-sdk/util-dynamodb'
import type { Handoff } from '#shared/handoff/handoff.ts'
import type { Lease, LineEntry } from '#shared/line/line-entry.ts'
import type { Message } from '#shared/thread/message.ts'
import type { ThreadRecord } from '#shared/thread/thread-state.ts'
import type { SimulatedTable } from './table/simulated-table.ts'

/** What the table really holds, by kind. */
export interface Truth {
  readonly states: readonly ThreadRecord[]
  /** By thread, in the thread's order. */
  readonly messages: ReadonlyMap<string, readonly Message[]>
  readonly handoffs: readonly Handoff[]
  readonly waiting: readonly LineEntry[]
  readonly leases: readonly Lease[]
}

/** Reads every record, by its key alone: none of the product's readers is asked. */
export const readTruth = (table: SimulatedTable): Truth => {
  const found: Record<'~STATE' | 'MSG' | 'HANDOFF' | 'W' | 'L', Record<string, unknown>[]> = {
    '~STATE': [],
    MSG: [],
    HANDOFF: [],
    W: [],
    L: [],
  }
  for (const item of table.everything()) {
    const record = unmarshall({ ...item })
    const kind = String(record.sk).split('#')[0] ?? ''
    if (kind === '~STATE' || kind === 'MSG' || kind === 'HANDOFF' || kind === 'W' || kind === 'L')
      found[kind].push(record)
  }
  const inOrder = found.MSG.sort((one, other) => (String(one.sk) < String(other.sk) ? -1 : 1)).map(messageIn)
  return {
    states: found['~STATE'] as unknown as ThreadRecord[],
    messages: Map.groupBy(inOrder, ({ threadId }) => threadId),
    handoffs: found.HANDOFF as unknown as Handoff[],
    waiting: found.W as unknown as LineEntry[],
    leases: found.L as unknown as Lease[],
  }
}

/** A message's thread, time and id are its key. */
const messageIn = (record: Record<string, unknown>): Message => {
  const [, at = '', id = ''] = String(record.sk).split('#')
  const threadId = String(record.pk).slice('THREAD#'.length)
  const conversationId = `${threadId}.${record.conversation}`
  return { ...(record as unknown as Message), threadId, conversationId, at: Number(at), id }
}
