import { expect, test } from 'vitest'
import { createAgenda } from '#infra/quarter/agenda.ts'
import { seeded } from '#infra/quarter/random.ts'

test('what comes first happens first, and of one moment what was put down first', async () => {
  const agenda = createAgenda(0)
  const random = seeded(7)
  const happened: [number, number][] = []
  const times = Array.from({ length: 500 }, (_, order) => [random.below(60), order] as const)
  for (const [time, order] of times) agenda.at(time, () => void happened.push([agenda.now(), order]))

  await agenda.run(60)

  expect(happened).toEqual(times.toSorted(([a, m], [b, n]) => a - b || m - n))
})

test('what happens may put down more, never before itself, in whole milliseconds', async () => {
  const agenda = createAgenda(10)
  const seen: number[] = []
  agenda.at(12.3, async () => {
    seen.push(agenda.now())
    agenda.at(3, () => void seen.push(agenda.now()))
  })

  await agenda.run(20)

  expect(seen).toEqual([13, 13])
})

test('what is at the end or later does not happen', async () => {
  const agenda = createAgenda(0)
  const seen: number[] = []
  for (const time of [4, 5, 6]) agenda.at(time, () => void seen.push(time))

  await agenda.run(5)

  expect(seen).toEqual([4])
})
