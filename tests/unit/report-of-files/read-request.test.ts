import { expect, test } from 'vitest'
import { readRequest } from '#infra/report/read-request.ts'

const log = ['--log', './quarter']

test('a report is asked for by week, beside the one before', () => {
  expect(readRequest([...log, '--week', '2026-W32'])).toMatchObject({
    log: './quarter',
    out: 'report',
    config: 'baton.config.ts',
    span: { week: { id: '2026-W32', from: Date.UTC(2026, 7, 3) }, before: { id: '2026-W31' } },
  })
})

test('or by days, beside as many before them', () => {
  expect(readRequest([...log, '--from', '2026-08-24', '--to', '2026-08-26', '--out', 'o'])).toMatchObject({
    out: 'o',
    span: { week: { from: Date.UTC(2026, 7, 24) }, before: { from: Date.UTC(2026, 7, 22) } },
  })
})

test.each([
  [[], 'say which week, --week 2026-W47, or which days'],
  [['--week', 'last'], 'say which week, --week 2026-W47'],
  [['--week', '2026-W54'], 'say which week, --week 2026-W47'],
  [['--from', '2026-08-24', '--to', '2026-08-24'], 'say which week'],
  [['--weak', '2026-W32'], 'unknown option "--weak": allowed are --log, --week'],
])('%j is refused in a line that says what is allowed', (words, problem) => {
  expect(() => readRequest([...log, ...words])).toThrow(problem)
})

test('without a log there is nothing to report, and help is help', () => {
  expect(readRequest(['--week', '2026-W32'])).toBeUndefined()
  expect(readRequest(['--help'])).toBe('help')
})
