import type { IncomingMessage, ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { accessKeyId } from '../../local/gateway/read-call.ts'
import { type Listening, listen } from '../../local/http/listen.ts'
import { asList, asNumber, asObject, type Json, type JsonObject } from '../../local/json.ts'
import { itemBytes } from '../units/item-size.ts'
import { type KeysOnlyIndex, writeUnits } from '../units/write-units.ts'
import { asInAws } from './as-in-aws.ts'
import { itemKind } from './item-kind.ts'
import type { Meter } from './meter.ts'

/** The table's two indexes, as `infra/constructs/state-table.ts` has them. */
export const tableIndexes: readonly KeysOnlyIndex[] = [
  { name: 'lists', keys: ['listKey', 'listSort'] },
  { name: 'byCustomer', keys: ['customerId', 'sk'] },
]

interface Target {
  readonly table: Json
  readonly key: JsonObject
}

const targetOf = (write: JsonObject): Target => {
  const { pk, sk } = asObject(write.Item ?? write.Key)
  return { table: write.TableName ?? null, key: { pk: pk ?? null, sk: sk ?? null } }
}

const targetsOf = (operation: string, input: JsonObject): Target[] => {
  if (operation === 'TransactWriteItems')
    return asList(input.TransactItems).map((part) => targetOf(asObject(Object.values(asObject(part))[0])))
  return ['PutItem', 'UpdateItem', 'DeleteItem'].includes(operation) ? [targetOf(input)] : []
}

const consumed = (answer: JsonObject): number =>
  asList(answer.ConsumedCapacity).reduce((units: number, one) => units + asNumber(asObject(one).CapacityUnits, 0), 0)

/** Whose call it is: a function's access key begins with its id in the template. */
const doorOf = (incoming: IncomingMessage, doors: readonly string[]): string | undefined =>
  doors.find((door) => accessKeyId(incoming)?.startsWith(`LOCAL${door.toUpperCase()}`))

/**
 * Stands before a DynamoDB emulator and meters what each door reads and writes. Units of reads are the emulator's own;
 * those of writes are computed from every item's bytes before and after, and held against the emulator's.
 */
export const startMeteredTable = async (
  tableUrl: string,
  doors: readonly string[],
  meter: Meter,
): Promise<Listening> => {
  const pass = async (headers: Record<string, string>, operation: string, input: Json) => {
    const target = `DynamoDB_20120810.${operation}`
    const answer = await fetch(tableUrl, {
      method: 'POST',
      headers: { ...headers, 'x-amz-target': target },
      body: JSON.stringify(input),
    })
    return { status: answer.status, body: asObject((await answer.json()) as Json) }
  }

  const images = (headers: Record<string, string>, targets: readonly Target[]) =>
    Promise.all(
      targets.map(async ({ table, key }) => {
        const { body } = await pass(headers, 'GetItem', { TableName: table, Key: key, ConsistentRead: true })
        return body.Item === undefined ? undefined : asObject(body.Item)
      }),
    )

  const write = async (door: string, headers: Record<string, string>, operation: string, input: JsonObject) => {
    const targets = targetsOf(operation, input)
    const before = await images(headers, targets)
    const answer = await pass(headers, operation, { ...input, ReturnConsumedCapacity: 'INDEXES' })
    const after = await images(headers, targets)
    const transactional = operation === 'TransactWriteItems'
    let units = 0
    for (const [index, { key }] of targets.entries()) {
      const change = { before: before[index], after: after[index] }
      const raw = writeUnits(change, tableIndexes, transactional)
      units += raw.table + raw.index
      const there = { before: asInAws(change.before), after: asInAws(change.after) }
      const item = there.after ?? there.before ?? key
      meter.wrote(door, itemKind(item), itemBytes(item), writeUnits(there, tableIndexes, transactional))
    }
    // A refused write is billed as well; only of a successful one does the emulator tell its units.
    if (answer.status === 200 && units !== consumed(answer.body))
      throw new Error(`${operation} of ${door}: computed ${units} write units, the emulator ${consumed(answer.body)}`)
    return answer
  }

  const read = async (door: string, headers: Record<string, string>, operation: string, input: JsonObject) => {
    const answer = await pass(headers, operation, { ...input, ReturnConsumedCapacity: 'TOTAL' })
    meter.count(door, 'readUnits', consumed(answer.body))
    return answer
  }

  // Images hold only while nobody else writes.
  let last: Promise<unknown> = Promise.resolve()
  const oneByOne = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const next = last.then(work)
    last = next.catch(() => undefined)
    return next
  }

  const handle = async (incoming: IncomingMessage, out: ServerResponse): Promise<void> => {
    const input = asObject(JSON.parse((await buffer(incoming)).toString('utf8') || '{}') as Json)
    const { host: _host, 'content-length': _length, connection: _kept, ...rest } = incoming.headers
    const headers = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, String(value)]))
    const operation = String(incoming.headers['x-amz-target'] ?? '').split('.')[1] ?? ''
    const door = doorOf(incoming, doors)
    const { status, body } = await oneByOne(() => {
      if (door === undefined) return pass(headers, operation, input)
      return targetsOf(operation, input).length > 0
        ? write(door, headers, operation, input)
        : read(door, headers, operation, input)
    })
    const text = Buffer.from(JSON.stringify(body))
    out.writeHead(status, { 'content-type': 'application/x-amz-json-1.0', 'content-length': text.length }).end(text)
  }

  return listen(0, (incoming, out) => {
    handle(incoming, out).catch((error: Error) => {
      console.error(error.message)
      out.destroy()
    })
  })
}
