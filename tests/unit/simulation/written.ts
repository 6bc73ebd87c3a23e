import type { TransactWriteItem, TransactWriteItemsCommandInput } from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'

const TableName = 'simulated'
const put = (record: object): TransactWriteItem => ({ Put: { TableName, Item: marshall(record) } })

/** What one transaction writes. */
export type Writes = readonly TransactWriteItem[]

export const transaction = (...TransactItems: Writes): TransactWriteItemsCommandInput => ({
  TransactItems: [...TransactItems],
})

/** One conversation of thread `t`, and what may be written about it, said in a word each. */
const of = { threadId: 't', conversationId: 't.1', handoffId: 't.5.1', startedAt: 10 }
const pk = 'THREAD#t'

export const entered = (fields: { readonly team?: string; readonly startedAt?: number; readonly id?: string } = {}) => {
  const { team = 'care', startedAt = 10, id = 't' } = fields
  const own = { ...of, threadId: id, conversationId: `${id}.1`, handoffId: `${id}.5.1` }
  return put({ pk: `LINE#${team}`, sk: `W#${startedAt}#${id}.1`, ...own, startedAt, team })
}
export const left = (startedAt = 10, id = 't', team = 'care'): TransactWriteItem => ({
  Delete: { TableName, Key: marshall({ pk: `LINE#${team}`, sk: `W#${startedAt}#${id}.1` }) },
})
export const leased = (agentId: string, until = 50, id = 't', team = 'care'): TransactWriteItem => {
  const own = { ...of, threadId: id, conversationId: `${id}.1`, handoffId: `${id}.5.1` }
  return put({ pk: `LINE#${team}`, sk: `L#${until}#${id}.1`, ...own, agentId, leaseUntil: until })
}
export const leaseEnded = (until = 50, id = 't'): TransactWriteItem => ({
  Delete: { TableName, Key: marshall({ pk: 'LINE#care', sk: `L#${until}#${id}.1` }) },
})

export const said = (kind: string, at: number, fields: object = {}): TransactWriteItem =>
  put({ pk, sk: `MSG#${at}#m-${at}`, author: { kind }, text: `${kind} ${at}`, conversation: 1, ...fields })
export const agentSaid = (id: string, at: number): TransactWriteItem =>
  said('agent', at, { author: { kind: 'agent', id } })

export const begun = (status = 'assistant'): TransactWriteItem => put({ pk, sk: '~STATE', status, epoch: 1 })
export const passed = (status: string, epoch: number): TransactWriteItem => ({
  Update: {
    TableName,
    Key: marshall({ pk, sk: '~STATE' }),
    UpdateExpression: 'SET #status = :to_status',
    ExpressionAttributeValues: marshall({ ':to_status': status, ':to_epoch': epoch }),
  },
})
export const handedOff = (): TransactWriteItem => put({ pk, sk: 'HANDOFF#5#1', id: of.handoffId })
export const handoffChanged = (): TransactWriteItem => ({
  Update: { TableName, Key: marshall({ pk, sk: 'HANDOFF#5#1' }), UpdateExpression: 'SET #a = :a' },
})
