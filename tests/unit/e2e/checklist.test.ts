import { expect, test } from 'vitest'
import { createChecklist, holds } from '#tests/e2e/checklist.ts'

const listed = () => {
  const lines: string[] = []
  return { lines, checklist: createChecklist((line) => lines.push(line.replace(/\d+\.\d s/, 'N s'))) }
}

test('what went well is counted and printed with what was found', async () => {
  const { lines, checklist } = listed()

  const went = await checklist.check('queues', async () => '13 queues')

  expect(went).toBe(true)
  expect(lines).toEqual(['  ✓ queues: 13 queues (N s)'])
  expect([checklist.passed, checklist.failed]).toEqual([1, 0])
})

test('what did not is counted, says why, and stops nothing', async () => {
  const { lines, checklist } = listed()

  const went = await checklist.check('queues', async () => {
    holds(false, 'each has dead letters\nall of them')
    return undefined
  })
  await checklist.check('clocks', async () => undefined)

  expect(went).toBe(false)
  expect(lines).toEqual([
    '  ✗ queues (N s)',
    '      expected that each has dead letters\n      all of them',
    '  ✓ clocks (N s)',
  ])
  expect([checklist.passed, checklist.failed]).toEqual([1, 1])
})

test('what was judged elsewhere is counted alike', () => {
  const { checklist } = listed()

  checklist.judged('a journey', 10)
  checklist.judged('another', 10, 'expected that it ends')

  expect([checklist.passed, checklist.failed]).toEqual([1, 1])
})
