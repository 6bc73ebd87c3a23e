import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judgeMessage } from '#shared/triggers/judge-message.ts'
import { principal } from '#shared/triggers/principal.ts'
import { ears } from '#tests/support/listen.ts'
import { asking, saying, triggersWith } from './judging.ts'

const config = triggersWith({
  'high-value-account': { tiers: ['platinum'] },
  own: [{ id: 'product-safety', phrases: ['caught fire'] }],
})
const triggersOf = (...messages: string[]) =>
  judgeMessage(saying(...messages), config, ears).certain.map(({ trigger }) => trigger)

describe('a first message', () => {
  test.each([
    ['I want to talk to a human', 'asked-for-human'],
    ['I was charged twice', 'billing-dispute'],
    ['please cancel my subscription', 'cancellation'],
    ['my lawyer will contact you', 'legal'],
    ['I want to kill myself', 'distress'],
    ['this is ridiculous', 'frustration'],
    ['the lamp caught fire', 'product-safety'],
  ])('"%s" fires %s and nothing else', (message, trigger) => {
    expect(triggersOf(message)).toEqual([trigger])
  })

  test.each(['where is my order?', 'hello', 'does the lamp dim?', '', '   ', '👍', '4711'])(
    '"%s" fires nothing',
    (message) => {
      expect(triggersOf(message)).toEqual([])
    },
  )

  test('keeps everything that fired, and the topic says where it goes', () => {
    const fired = judgeMessage(saying('I was charged twice, this is ridiculous, give me a human'), config, ears).certain

    expect(fired.map(({ trigger }) => trigger).toSorted()).toEqual([
      'asked-for-human',
      'billing-dispute',
      'frustration',
    ])
    expect(principal(fired)?.trigger).toBe('billing-dispute')
  })
})

test('who the customer is counts whatever they write', () => {
  const fired = judgeMessage({ ...saying('hello'), customer: { tier: 'platinum' } }, config, ears).certain

  expect(fired.map(({ trigger }) => trigger)).toEqual(['high-value-account'])
})

test('earlier messages count for repetition only: a topic dealt with does not fire again', () => {
  expect(judgeMessage(asking('and where is my order?', 'I was charged twice'), config, ears).certain).toEqual([])
})

test('topic triggers carry their topic, failures none', () => {
  const [dispute] = judgeMessage(saying('I was charged twice'), config, ears).certain
  const [human] = judgeMessage(saying('I want a human'), config, ears).certain

  expect(dispute).toMatchObject({ kind: 'topic', topic: 'billing-dispute' })
  expect(human).not.toHaveProperty('topic')
})

describe('hostile text', () => {
  test.each([
    ['one letter', 'a'.repeat(100_000)],
    ['one letter and spaces', 'a '.repeat(50_000)],
    ['apostrophes', "a'".repeat(50_000)],
    ['an unfinished wish', 'please i want to talk to '.repeat(4_000)],
    ['invisible characters', '\u200b'.repeat(100_000)],
    ['marks without letters', '\u0301'.repeat(100_000)],
    ['exclamation marks', '!?'.repeat(50_000)],
  ])('a hundred thousand characters of %s come to an end', (_, text) => {
    expect(Array.isArray(judgeMessage(saying(text), config, ears).certain)).toBe(true)
  })

  test('nothing a customer can type throws', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 300 }), { maxLength: 4 }), (messages) => {
        expect(() => judgeMessage(saying(...messages), config, ears).certain).not.toThrow()
      }),
      { numRuns: 200 },
    )
  })

  test('a request for a person survives whatever surrounds it', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.string({ maxLength: 200 }), (before, after) => {
        expect(triggersOf(`${before}\nI want to talk to a human.\n${after}`)).toContain('asked-for-human')
      }),
      { numRuns: 200 },
    )
  })

  test('evidence quotes at most a line in the reason', () => {
    const [fired] = judgeMessage(saying(`I want to talk to a real${' '.repeat(500)}\t human`), config, ears).certain

    expect(fired?.reason).toBe('asks for a person: "I want to talk to a real human"')
  })
})
