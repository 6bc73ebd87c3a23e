import { expect, test } from 'vitest'
import { compare } from '#tests/battery/designs.ts'
import type { Arrival, Asking } from '#tests/simulation/line-watch.ts'

const second = 1_000
const arrival = (id: string, startedAt: number, queuedAt: number): Arrival => ({
  id,
  team: 'care',
  startedAt,
  place: startedAt,
  queuedAt,
  order: queuedAt,
})
const asking = (at: number, id = ''): Asking => ({ at, team: 'care', id, order: at })

const sharesOf = (arrivals: readonly Arrival[], askings: readonly Asking[]) =>
  Object.fromEntries(compare(arrivals, askings, 1).map(({ design, notLongest }) => [design, notLongest]))

test('conversations that come in the order of their start are handed out in it by all', () => {
  const arrivals = [1, 2, 3].map((n) => arrival(`c${n}`, n * second, n * second + 100))
  const askings = [1, 2, 3].map((n) => asking((20 + n) * second, `c${n}`))

  expect(Object.values(sharesOf(arrivals, askings))).toEqual([0, 0, 0, 0, 0])
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

test('what was handed out in truth is judged by the same measure', () => {
  const arrivals = [arrival('young', 50 * second, 60 * second), arrival('old', 10 * second, 61 * second)]

  const [right] = compare(arrivals, [asking(70 * second, 'old'), asking(71 * second, 'young')], 1)
  const [wrong] = compare(arrivals, [asking(70 * second, 'young'), asking(71 * second, 'old')], 1)

  expect(right).toMatchObject({
    design: 'Baton',
    claims: 2,
    notLongest: 0,
    passedOverMs: [],
    totalsMs: [60_000, 21_000],
  })
  expect(wrong).toMatchObject({ design: 'Baton', claims: 2, notLongest: 1, passedOverMs: [40_000] })
})
