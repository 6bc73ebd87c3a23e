import { expect, test } from 'vitest'
import { checkRetention } from '#shared/config/check-retention.ts'
import { keptFor } from '#shared/config/kept-for.ts'

const kept = { recordDays: 730, logDays: 90 } as const

test.each([
  [{ ...kept }],
  [{ ...kept, textDays: 30 }],
  [{ ...kept, textDays: 730, attachmentDays: 7, reportDays: 90 }],
  [{ ...kept, recordDays: 0, textDays: 30 }],
])('%o holds', (retention) => {
  expect(checkRetention({ retention })).toEqual([])
})

test.each([
  [{ ...kept, textDays: 731 }, 'retention.textDays: 731 outlives retention.recordDays, which is 730'],
  [
    { ...kept, textDays: 30, attachmentDays: 31 },
    'retention.attachmentDays: 31 outlives retention.textDays, which is 30',
  ],
  [{ ...kept, textDays: 30, reportDays: 90 }, 'retention.reportDays: 90 outlives retention.textDays, which is 30'],
])('%o is refused', (retention, fault) => {
  expect(checkRetention({ retention })).toEqual([fault])
})

test('what is not said is kept as long as what it belongs to', () => {
  expect(keptFor({ recordDays: 730, textDays: 90 })).toEqual({
    recordDays: 730,
    textDays: 90,
    attachmentDays: 90,
    reportDays: 90,
  })
})
