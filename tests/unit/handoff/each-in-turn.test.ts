import { expect, test } from 'vitest'
import { eachInTurn } from '#shared/handoff/each-in-turn.ts'

test('what was done is counted, what was not is not', async () => {
  expect(await eachInTurn([1, 2, 3, 4], async (n) => n % 2 === 0)).toBe(2)
  expect(await eachInTurn([], async () => true)).toBe(0)
})

test('one is over before the next begins', async () => {
  const steps: string[] = []
  await eachInTurn(['a', 'b'], async (name) => {
    steps.push(`${name} begins`)
    await Promise.resolve()
    steps.push(`${name} ends`)
    return true
  })

  expect(steps).toEqual(['a begins', 'a ends', 'b begins', 'b ends'])
})

test('those behind a failure are tried, and the first failure is thrown at the end', async () => {
  const tried: number[] = []
  const all = eachInTurn([1, 2, 3], async (n) => {
    tried.push(n)
    if (n < 3) throw new Error(`number ${n}`)
    return true
  })

  await expect(all).rejects.toThrow('number 1')
  expect(tried).toEqual([1, 2, 3])
})
