import { expect, test } from 'vitest'
import { bad, good, open, orUnseen } from '#infra/deploy/checks/verdict.ts'
import { isBad, summaryLine, verdictLines } from '#infra/deploy/checks/verdict-lines.ts'
import { awsError } from '../support/memory-cloud.ts'

const verdicts = [good('Node', 'v24'), bad('region', 'none', 'set one'), open('stack', 'none yet')]

test('each verdict is a line, with what to do under it', () => {
  expect(verdictLines(verdicts, false)).toEqual([
    '✓ Node    v24',
    '✗ region  none',
    '          → set one',
    '– stack   none yet',
  ])
  expect(summaryLine(verdicts)).toBe('1 good, 1 to mend, 1 open')
  expect(verdicts.filter(isBad)).toHaveLength(1)
})

test('colours are used where they are wanted, and nowhere else', () => {
  expect(verdictLines(verdicts, true)[1]).toBe('\u001b[31m✗\u001b[39m region  none')
  expect(verdictLines(verdicts, false).join('')).not.toContain('\u001b')
})

test('what could not be looked at is open, not bad', async () => {
  const failed = await orUnseen('stack', Promise.reject(awsError('AccessDenied', 'no')))

  expect(failed).toMatchObject([{ check: 'stack', mark: 'open', found: 'could not be looked at: AccessDenied: no' }])
  expect(await orUnseen('stack', Promise.resolve(verdicts))).toBe(verdicts)
})
