import { describe, expect, test } from 'vitest'
import type { Signals } from '#shared/assistant/signals.ts'
import { judgeSignals } from '#shared/triggers/judge-signals.ts'
import { asking, saying, triggersWith } from './judging.ts'

const calm: Signals = {
  answered: true,
  wantsHuman: false,
  frustration: 0,
  distress: false,
  restatesEarlierQuestion: false,
  wish: 'know whether the lamp dims',
  ownTopics: [],
}
const config = triggersWith({ own: [{ id: 'press', description: 'a journalist asks' }] })
const judge = (changes: Partial<Signals>, judged = saying('does the lamp dim?'), triggers = config) =>
  judgeSignals({ ...calm, ...changes }, judged, triggers).map(({ trigger }) => trigger)

test('a calm, answered message fires nothing', () => {
  expect(judge({})).toEqual([])
})

describe('a signal adds its trigger', () => {
  test.each<[string, Partial<Signals>]>([
    ['asked-for-human', { wantsHuman: true }],
    ['frustration', { frustration: 0.5 }],
    ['distress', { distress: true }],
    ['outside-knowledge', { answered: false }],
    ['billing-dispute', { topic: 'billing-dispute' }],
    ['press', { ownTopics: ['press'] }],
  ])('%s', (trigger, signals) => {
    expect(judge(signals)).toEqual([trigger])
  })
})

describe('a signal adds nothing', () => {
  test.each<[string, Partial<Signals>]>([
    ['mild frustration', { frustration: 0.44 }],
    ['a topic in free words', { topic: 'lamp dimming' }],
    ['an own topic nobody configured', { ownTopics: ['weather'] }],
    ['a value that only the customer’s record can prove', { topic: 'high-value-account' }],
    ['an own topic that names a failure', { ownTopics: ['frustration'] }],
  ])('%s', (_, signals) => {
    expect(judge(signals)).toEqual([])
  })

  test('for a trigger that is switched off', () => {
    const off = triggersWith({
      frustration: { enabled: false },
      distress: { enabled: false },
      'outside-knowledge': { enabled: false },
      own: [{ id: 'press', description: 'a journalist asks', enabled: false }],
    })
    const signals = { frustration: 1, distress: true, answered: false, ownTopics: ['press'] }

    expect(judge(signals, saying('hm'), off)).toEqual([])
  })
})

test('the same again takes as many earlier messages as the trigger counts', () => {
  const again = { restatesEarlierQuestion: true }

  expect(judge(again, asking('dimming?', 'does it dim?'))).toEqual([])
  expect(judge(again, asking('dimming?', 'does it dim?', 'can I dim it?'))).toEqual(['repeated-question'])
})

test('thanks need no answer from the knowledge', () => {
  expect(judge({ answered: false }, saying('thank you!'))).toEqual([])
})

test('a topic named twice fires once', () => {
  expect(judge({ topic: 'distress', distress: true })).toEqual(['distress'])
})
