import { describe, expect, test } from 'vitest'
import { judgeRetrieval } from '#shared/triggers/judge-retrieval.ts'
import { saying, triggersWith } from './judging.ts'

const judge = (best: number | undefined, config = triggersWith(), message = 'does the lamp dim?') =>
  judgeRetrieval(saying(message), best, config)

describe('the best passage’s confidence', () => {
  test.each([
    [undefined, ['outside-knowledge']],
    [0, ['outside-knowledge']],
    [0.19, ['outside-knowledge']],
    [0.2, ['low-confidence']],
    [0.49, ['low-confidence']],
    [0.5, []],
    [1, []],
  ])('%s fires %j', (best, triggers) => {
    expect(judge(best).map(({ trigger }) => trigger)).toEqual(triggers)
  })

  test('is kept as evidence beside the floor it fell under', () => {
    expect(judge(0.31)[0]).toMatchObject({ kind: 'failure', evidence: { score: 0.31, threshold: 0.5 } })
    expect(judge(undefined)[0]?.evidence).toEqual({ score: 0, threshold: 0.2, detail: 'nothing retrieved' })
  })

  test('falls under the other floor when one trigger is switched off', () => {
    const noOutside = triggersWith({ 'outside-knowledge': { enabled: false } })
    const neither = triggersWith({ 'outside-knowledge': { enabled: false }, 'low-confidence': { enabled: false } })

    expect(judge(0.1, noOutside).map(({ trigger }) => trigger)).toEqual(['low-confidence'])
    expect(judge(0.1, neither)).toEqual([])
  })
})

test('greetings and thanks need no knowledge, a question after them does', () => {
  expect(judge(undefined, triggersWith(), 'Hello!')).toEqual([])
  expect(judge(undefined, triggersWith(), 'vielen Dank')).toEqual([])
  expect(judge(undefined, triggersWith(), 'Hello, does the lamp dim?')).toHaveLength(1)
})
