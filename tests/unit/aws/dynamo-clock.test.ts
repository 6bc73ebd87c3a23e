import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb'
import { expect, test } from 'vitest'
import { dynamoClock } from '#shared/aws/dynamo-clock.ts'
import { localCredentials } from '#tests/support/dynamo.ts'
import { mondayMorning } from '#tests/support/test-clock.ts'

const second = 1_000
const minute = 60 * second

/** A door whose clock is off, and a table that says its own time in every answer, or does not. */
const openDoor = (offMs: number, says: string | boolean = true) => {
  const table = { now: mondayMorning + 250, roundTripMs: 20 }
  const requestHandler = {
    handle: async () => {
      table.now += table.roundTripMs / 2
      const date = typeof says === 'string' ? says : new Date(table.now).toUTCString()
      table.now += table.roundTripMs / 2
      return { response: { statusCode: 200, headers: says ? { date } : {}, body: Buffer.from('{}') } }
    },
  }
  const bare = new DynamoDBClient({ region: 'us-east-1', credentials: localCredentials, requestHandler })
  const client = DynamoDBDocumentClient.from(bare)
  const clock = dynamoClock({ client }, () => table.now + offMs)
  const asks = () => client.send(new GetCommand({ TableName: 'any', Key: { pk: 'a', sk: 'b' } }))
  return { table, asks, offBy: () => clock() - table.now }
}

test.each([10 * minute, -10 * minute, 4 * second, -4 * second])(
  'a clock that is off by %d ms is right to the second after one answer',
  async (offMs) => {
    const { asks, offBy } = openDoor(offMs)

    await asks()

    expect(Math.abs(offBy())).toBeLessThan(second)
  },
)

test.each([0, 30, -30, 400, -400])('a clock that is off by no more than %d ms is left alone', async (offMs) => {
  const { table, asks, offBy } = openDoor(offMs)

  for (let n = 0; n < 40; n += 1) {
    table.now += 330
    await asks()
  }

  expect(offBy()).toBe(offMs)
})

test('a clock that was put right stays where it is', async () => {
  const { table, asks, offBy } = openDoor(-7 * minute)
  await asks()
  const off = offBy()
  table.now += minute
  await asks()

  expect(offBy()).toBe(off)
})

test('an answer that took twenty seconds says less, and moves a right clock no further', async () => {
  const { table, asks, offBy } = openDoor(0)
  table.roundTripMs = 20 * second

  await asks()

  expect(offBy()).toBe(0)
})

test('a table that does not say the time changes nothing', async () => {
  const { asks, offBy } = openDoor(10 * minute, false)

  await asks()

  expect(offBy()).toBe(10 * minute)
})

test.each(['', 'soon', '7', 'Thu, 01 Jan 1970 00:00:00 GMT', 'Fri, 31 Dec 9999 23:59:59 GMT', '-1, 0'])(
  'a table that says it is %j changes nothing',
  async (date) => {
    const { asks, offBy } = openDoor(40, date)

    await asks()

    expect(offBy()).toBe(40)
  },
)
