import { expect, test } from 'vitest'
import { eachInTurn } from '#shared/handoff/each-in-turn.ts'
import { followed } from '#shared/log/correlation.ts'

const name = (item: unknown) => String(item)

test('what was done is counted, what was not is not', async () => {
  expect(await eachInTurn([1, 2, 3, 4], name, async (n) => n % 2 === 0)).toBe(2)
  expect(await eachInTurn([], name, async () => true)).toBe(0)
})

test('one is over before the next begins', async () => {
  const steps: string[] = []
  await eachInTurn(['a', 'b'], name, async (item) => {
    steps.push(`${item} begins`)
    await Promise.resolve()
    steps.push(`${item} ends`)
    return true
  })

  expect(steps).toEqual(['a begins', 'a ends', 'b begins', 'b ends'])
})

test('those behind a failure are tried, and all failures are thrown at the end, each with whose it is', async () => {
  const tried: number[] = []
  const all = eachInTurn([1, 2, 3], name, async (n) => {
    tried.push(n)
    if (n < 3) throw new Error(`number ${n}`)
    return true
  })

  await expect(all).rejects.toMatchObject({
    name: 'ItemsFailedError',
    failures: [
      { id: '1', cause: new Error('number 1') },
      { id: '2', cause: new Error('number 2') },
    ],
  })
  expect(tried).toEqual([1, 2, 3])
})

test('the work on each is about its thread, and that is over with it', async () => {
  const [one, other] = ['a'.repeat(24), 'b'.repeat(24)]
  const seen: (readonly string[])[] = []
  await eachInTurn([one, `${other}.7`], name, async () => {
    seen.push(followed())
    return true
  })

  expect(seen).toEqual([[one], [other]])
  expect(followed()).toEqual([])
})
