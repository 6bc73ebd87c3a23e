import { expect, test } from 'vitest'
import { whatIfLines } from '#infra/what-if/tally-text.ts'
import { confusing } from '#shared/report/what-if/confusion.ts'
import type { WhatIf } from '#shared/report/what-if/replay-log.ts'
import { loggedTurn } from '#tests/unit/report/what-if/turns.ts'

const confusion = confusing()
confusion.see(loggedTurn(0))
confusion.add({ kind: 'same', conversationId: 't.1', threadId: 't', endedAt: 0, open: false })

const result: WhatIf = {
  turns: 12,
  conversations: 7,
  shadow: { legal: 2 },
  tally: {
    stretches: 8,
    kinds: { same: 5, moved: 0, earlier: 0, later: 0, new: 2, gone: 1 },
    open: 1,
    triggers: { frustration: { before: 4, after: 5 } },
    load: { care: { '09': { before: 1, after: 3 }, '10': { before: 3, after: 2 } }, night: {} },
    outcomes: { solved: { gone: 1, same: 5 } },
  },
  confusion: confusion.result(0),
}

test('a result reads as a page: counts, triggers, hours by team, and what came of it', () => {
  const lines = whatIfLines(result)

  expect(lines).toContain('handoffs 4 → 5 (+1)')
  expect(lines).toContain('  of these 1 may have ended otherwise: what no model was asked, nobody knows')
  expect(lines.filter((line) => /^ {2}(all|09:00|10:00|11:00)/.test(line)).map((line) => line.trim())).toEqual([
    'all    4 → 5 (+1)  0 → 0',
    '09:00  1 → 3',
    '10:00  3 → 2',
    '11:00',
  ])
  expect(lines.find((line) => line.includes('less than 7 days'))).toMatch(/before the log ends +0 +1 +0$/)
  expect(lines.find((line) => line.includes('solved'))).toMatch(/solved +5 +0 +0 +0 +0 +1$/)
  expect(lines.at(-1)).toBe('  legal  2')
})
