import { expect, test } from 'vitest'
import { claims, judgeAll, sampleKnowledge } from './judged.ts'
import { readQuestions } from './questions.ts'
import { reliability } from './reliability.ts'

const heldOut = readQuestions('held-out')
const fitted = readQuestions('fit')

test('no held-out question was fitted on', () => {
  const seen = new Set(fitted.map(({ text }) => text.toLowerCase()))

  expect(heldOut.filter(({ text }) => seen.has(text.toLowerCase()))).toEqual([])
})

test('confidence keeps what was measured on questions it was not fitted on', () => {
  const figures = reliability(claims(judgeAll(heldOut, sampleKnowledge())))

  expect(figures.areaUnderCurve).toBeGreaterThan(0.92)
  expect(figures.calibrationError).toBeLessThan(0.15)
  expect(figures.floor05.accuracy).toBeGreaterThan(0.8)
  expect(figures.floor02.falseAlarms).toBeLessThan(0.05)
})
