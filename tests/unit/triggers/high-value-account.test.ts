import { describe, expect, test } from 'vitest'
import { highValueAccount } from '#shared/triggers/high-value-account.ts'
import { triggersWith } from './judging.ts'

const rule = { tiers: ['platinum'], minimumValue: 10_000 }
const fires = (customer: { tier?: string; value?: number } | undefined, account: object = rule) =>
  highValueAccount(
    { messages: ['hello'], earlier: [], ...(customer && { customer }) },
    triggersWith({ 'high-value-account': account }),
  )

describe('a high-value account', () => {
  test('is known by its tier', () => {
    expect(fires({ tier: 'platinum' })).toMatchObject({ trigger: 'high-value-account', kind: 'topic' })
    expect(fires({ tier: 'gold' })).toBeUndefined()
  })

  test('is known by its value, from the minimum on', () => {
    expect(fires({ value: 10_000 })?.evidence).toMatchObject({ score: 10_000, threshold: 10_000 })
    expect(fires({ value: 9_999.99 })).toBeUndefined()
  })

  test('is nobody whom we do not know', () => {
    expect(fires(undefined)).toBeUndefined()
    expect(fires({})).toBeUndefined()
  })

  test('is nobody while the company names neither tier nor value', () => {
    expect(fires({ tier: 'platinum', value: 1e9 }, {})).toBeUndefined()
  })

  test('can be switched off', () => {
    expect(fires({ tier: 'platinum' }, { ...rule, enabled: false })).toBeUndefined()
  })
})
