import { describe, expect, test } from 'vitest'
import { malformedAnswers } from '#tests/simulation/malformed.ts'
import { playBadAnswers } from './bad-answers.ts'
import { outageFaults, playOutage } from './outages.ts'

const minute = 60_000

describe('a model that for half an hour is', () => {
  test.each(outageFaults)(
    '%s leaves nobody waiting for a minute, is soon let alone, and is asked again when it is back',
    async (fault) => {
      const outage = await playOutage({ seed: 1, fault, customersPerMinute: 5, atOnce: 2 })

      expect(outage.unheard).toBe(0)
      expect(Math.max(...outage.waitsMs)).toBeLessThanOrEqual(minute)
      expect(outage.failuresBeforePause.length).toBeGreaterThan(0)
      expect(Math.max(...outage.failuresBeforePause)).toBeLessThanOrEqual(10)
      expect(outage.recoveredMs).toBeLessThanOrEqual(minute)
      expect(outage.violations).toEqual([])
    },
    60_000,
  )
})

test('ten customers of one batch meet a model that hangs: it is let alone after six calls, whoever made them', async () => {
  const outage = await playOutage({ seed: 1, fault: 'hanging', customersPerMinute: 30, atOnce: 60 })

  expect(Math.max(...outage.failuresBeforePause)).toBe(6)
  expect(outage.unheard).toBe(0)
  expect(Math.max(...outage.waitsMs)).toBeLessThanOrEqual(minute)
}, 60_000)

test('the ways of answering badly are many', () => {
  expect(malformedAnswers.length).toBeGreaterThanOrEqual(200)
  expect(new Set(malformedAnswers.map(({ answer }) => JSON.stringify(answer))).size).toBe(malformedAnswers.length)
})

test('whatever the model answers, its customer hears of a person within a minute, and nothing that it wrote', async () => {
  const bad = await playBadAnswers(1)

  expect(bad.said.filter(({ author }) => author === 'assistant')).toEqual([])
  expect(bad.waitsMs).toHaveLength(malformedAnswers.length)
  expect(Math.max(...bad.waitsMs)).toBeLessThanOrEqual(minute)
  expect(bad.mostCalls).toBeLessThanOrEqual(2)
  expect(bad.violations).toEqual([])
}, 120_000)
