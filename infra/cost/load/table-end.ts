import { asList, asObject, type Json, type JsonObject } from '../../local/json.ts'
import { itemBytes } from '../units/item-size.ts'

/** The emulator itself, beside every meter. */
export interface TableEnd {
  /** Lets a day pass for every open conversation of the assistant's; returns how many there are. */
  backdate(): Promise<number>
  /** What is stored now, as storage is billed: of records that are kept, not of marks that soon go. */
  keptBytes(): Promise<number>
}

const dayAndAnHourMs = 25 * 3_600_000

const earlier = (value: Json | undefined): string => String(Number(asObject(value).N) - dayAndAnHourMs)

const writtenEarlier = (state: JsonObject): JsonObject => {
  const [lastMessageAt, timerAt] = [earlier(state.lastMessageAt), earlier(state.timerAt)]
  return { ...state, lastMessageAt: { N: lastMessageAt }, timerAt: { N: timerAt }, listSort: { S: timerAt } }
}

/** Storage counts a hundred bytes more for every item. */
const itemOverheadBytes = 100
/** Marks, claims and line entries go within days; threads, messages, handoffs and conversations stay. */
const isKept = (item: JsonObject): boolean => String(asObject(item.pk).S).startsWith('THREAD#')

export const createTableEnd = (tableUrl: string, tableName: string): TableEnd => {
  const call = async (operation: string, input: JsonObject): Promise<JsonObject> => {
    const answer = await fetch(tableUrl, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-target': `DynamoDB_20120810.${operation}`,
        'x-amz-date': '20261122T000000Z',
        authorization:
          'AWS4-HMAC-SHA256 Credential=LOAD/20261122/us-east-1/dynamodb/aws4_request, SignedHeaders=host;x-amz-date, Signature=0',
      },
      body: JSON.stringify({ TableName: tableName, ...input }),
    })
    if (!answer.ok) throw new Error(`${operation} of the load's own answered ${answer.status} ${await answer.text()}`)
    return asObject((await answer.json()) as Json)
  }

  const scan = async (input: JsonObject): Promise<JsonObject[]> => {
    const items: JsonObject[] = []
    let from: Json | undefined
    do {
      const page = await call('Scan', { ...input, ...(from === undefined ? {} : { ExclusiveStartKey: from }) })
      items.push(...asList(page.Items).map(asObject))
      from = page.LastEvaluatedKey
    } while (from !== undefined)
    return items
  }

  return {
    backdate: async () => {
      const open = await scan({
        FilterExpression: 'sk = :state AND #status = :assistant',
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: { ':state': { S: '~STATE' }, ':assistant': { S: 'assistant' } },
      })
      for (const state of open) await call('PutItem', { Item: writtenEarlier(state) })
      return open.length
    },
    keptBytes: async () =>
      (await scan({})).filter(isKept).reduce((sum, item) => sum + itemBytes(item) + itemOverheadBytes, 0),
  }
}
