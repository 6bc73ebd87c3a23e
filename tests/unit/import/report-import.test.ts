import { expect, test } from 'vitest'
import { findingLines, summaryLine } from '#infra/import/report-import.ts'

const imported = {
  writes: [
    { file: 'en/a.md', text: '', from: 'a', kind: 'new' },
    { file: 'en/b.md', text: '', from: 'b', kind: 'unchanged' },
  ],
  findings: [
    { kind: 'short', about: 'en/a.md', message: 'has 2 letters' },
    { kind: 'unreadable', about: 'c\u001b[2J.md', message: 'has no text' },
  ],
} as const

test('losses are told first, and nothing in a name steers the terminal', () => {
  expect(findingLines(imported)).toEqual(['unreadable: c [2J.md: has no text', 'short: en/a.md: has 2 letters'])
})

test('the summary counts what became of each article, and what is to be looked at', () => {
  expect(summaryLine(imported, false)).toBe('1 article new, 0 changed, 1 unchanged; 1 loss, 1 note')
  expect(summaryLine(imported, true)).toMatch(/nothing was written/)
})
