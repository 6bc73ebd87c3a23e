import { asList, asObject, type Json, type JsonObject } from '../../local/json.ts'

/** Lets a day pass for every open conversation of the assistant's; returns how many there are. */
export type Backdate = () => Promise<number>

const dayAndAnHourMs = 25 * 3_600_000

const earlier = (value: Json | undefined): string => String(Number(asObject(value).N) - dayAndAnHourMs)

const writtenEarlier = (state: JsonObject): JsonObject => {
  const [lastMessageAt, timerAt] = [earlier(state.lastMessageAt), earlier(state.timerAt)]
  return { ...state, lastMessageAt: { N: lastMessageAt }, timerAt: { N: timerAt }, listSort: { S: timerAt } }
}

/** Rewrites the records at the emulator itself, beside every meter. */
export const createBackdate = (tableUrl: string, tableName: string): Backdate => {
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

  return async () => {
    const { Items } = await call('Scan', {
      FilterExpression: 'sk = :state AND #status = :assistant',
      ExpressionAttributeNames: { '#status': 'status' },
      ExpressionAttributeValues: { ':state': { S: '~STATE' }, ':assistant': { S: 'assistant' } },
    })
    const open = asList(Items).map(asObject)
    for (const state of open) await call('PutItem', { Item: writtenEarlier(state) })
    return open.length
  }
}
