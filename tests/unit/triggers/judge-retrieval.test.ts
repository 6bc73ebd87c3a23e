import { describe, expect, test } from 'vitest'
import { judgeRetrieval } from '#shared/triggers/judge-retrieval.ts'
import { saying, triggersWith } from './judging.ts'

const judge = (best: number | undefined, config = triggersWith(), message = 'does the lamp dim?') =>
  judgeRetrieval(saying(message), best === undefined ? undefined : { title: 'Dimming', confidence: best }, config)

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
    expect(judge(undefined)[0]?.evidence).toMatchObject({ score: 0, threshold: 0.2 })
  })

  test('counts by its sureness where it has one, as probability and sureness are two scales', () => {
    const closest = { title: 'Dimming', confidence: 0.21, sureness: 0.5 }

    expect(judgeRetrieval(saying('does the lamp dim?'), closest, triggersWith())).toEqual([])
    expect(judgeRetrieval(saying('does the lamp dim?'), { ...closest, sureness: 0.4 }, triggersWith())).toMatchObject([
      { trigger: 'low-confidence', evidence: { score: 0.4, threshold: 0.5 } },
    ])
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

describe('the reason reads as one line', () => {
  const reasonOf = (closest?: { title: string; confidence: number; neighbour?: string }) =>
    judgeRetrieval(saying('does the lamp dim?'), closest, triggersWith())[0]?.reason

  test('that names what came closest, and the matter that it sounds like', () => {
    expect(reasonOf({ title: 'card arrival', confidence: 0.12 })).toBe(
      'nothing in the connected knowledge answers: closest "card arrival" 0.12',
    )
    expect(reasonOf({ title: 'card arrival', confidence: 0.31, neighbour: 'bank: virtual card' })).toBe(
      'the assistant is not sure enough of its answer: closest "card arrival" 0.31, sounds like "bank: virtual card"; floor 0.5',
    )
  })

  test('also where nothing was found at all', () => {
    expect(reasonOf()).toBe('nothing in the connected knowledge answers: no passage shares a word with it')
  })
})
