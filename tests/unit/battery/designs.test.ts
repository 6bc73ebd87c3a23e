import { expect, test } from 'vitest'
import { compare } from '#tests/battery/designs.ts'
import type { Arrival, Asking } from '#tests/simulation/line-watch.ts'

const second = 1_000
const arrival = (id: string, startedAt: number, queuedAt: number): Arrival => ({
  id,
  team: 'care',
  startedAt,
  queuedAt,
})
const asking = (at: number): Asking => ({ at, team: 'care' })

const sharesOf = (arrivals: readonly Arrival[], askings: readonly Asking[]) =>
  Object.fromEntries(compare(arrivals, askings, 1).map(({ design, notLongest }) => [design, notLongest]))

test('conversations that come in the order of their start are handed out in it by all', () => {
  const arrivals = [1, 2, 3].map((n) => arrival(`c${n}`, n * second, n * second + 100))
  const askings = [20, 21, 22].map((n) => asking(n * second))

  expect(Object.values(sharesOf(arrivals, askings))).toEqual([0, 0, 0, 0])
})

test('one that lasted longer and came later is passed over by what knows only the order of coming', () => {
  const arrivals = [arrival('young', 50 * second, 60 * second), arrival('old', 10 * second, 61 * second)]

  expect(sharesOf(arrivals, [asking(100 * second)])).toMatchObject({
    'one FIFO queue per team': 1,
    'age-band queues': 1,
    'receive ten and sort': 0,
    'index sorted by start': 0,
  })
})

test('bands see an age that crosses one', () => {
  const arrivals = [arrival('young', 290 * second, 300 * second), arrival('old', 10 * second, 301 * second)]

  expect(sharesOf(arrivals, [asking(400 * second)])).toMatchObject({
    'one FIFO queue per team': 1,
    'age-band queues': 0,
  })
})

test('an index that does not show the longest yet passes it over', () => {
  const arrivals = [arrival('young', 50 * second, 60 * second), arrival('old', 10 * second, 100 * second)]

  expect(sharesOf(arrivals, [asking(100 * second + 1)])['index sorted by start']).toBe(1)
})
