import { expect, test } from 'vitest'
import { areaUnderCurve, calibrationError, firingBelow } from './reliability.ts'

const claim = (confidence: number, right: boolean) => ({ confidence, right })

test('claims that come true as often as claimed have no calibration error', () => {
  const honest = [claim(0.75, true), claim(0.75, true), claim(0.75, true), claim(0.75, false)]

  expect(calibrationError(honest)).toBe(0)
  expect(calibrationError(honest.map(({ right }) => claim(0.25, right)))).toBe(0.5)
})

test('the area is whole when every right answer is claimed above every wrong one, half when all are alike', () => {
  expect(areaUnderCurve([claim(0.9, true), claim(0.8, true), claim(0.1, false)])).toBe(1)
  expect(areaUnderCurve([claim(0.5, true), claim(0.5, false)])).toBe(0.5)
  expect(areaUnderCurve([claim(0.1, true), claim(0.9, false)])).toBe(0)
})

test('a floor counts what it catches and what it catches by mistake', () => {
  const rows = [claim(0.1, false), claim(0.9, false), claim(0.2, true), claim(0.8, true)]

  expect(firingBelow(0.5, rows)).toEqual({ accuracy: 0.5, recall: 0.5, falseAlarms: 0.5, f1: 0.5 })
})
