import { describe, expect, test } from 'vitest'
import { ownTopics } from '#shared/triggers/own-topic.ts'
import { deaf } from '#tests/support/listen.ts'
import { saying, triggersWith } from './judging.ts'

const config = triggersWith({
  own: [
    { id: 'product-safety', phrases: ['caught fire', 'Stromschlag', "doesn't ground"] },
    { id: 'trade', pattern: String.raw`\bVAT (number|id)\b` },
    { id: 'press', description: 'a journalist asks' },
  ],
})
const topicsOf = (...messages: string[]) => ownTopics(saying(...messages), config, deaf).map(({ topic }) => topic)

describe('a phrase of the company', () => {
  test.each([
    'the lamp caught fire',
    'CAUGHT   FIRE!',
    'caught \u200b fire',
    'Ich bekam einen stromschlag',
    'the plug doesn’t ground',
  ])('is heard in "%s"', (message) => {
    expect(topicsOf(message)).toEqual(['product-safety'])
  })

  test.each(['I caught a firefly', 'fire caught', 'the fireplace'])('is not heard in "%s"', (message) => {
    expect(topicsOf(message)).toEqual([])
  })

  test('means only what it says: our notation has no power in it', () => {
    const plain = triggersWith({ own: [{ id: 'stars', phrases: ['five*', '<set>'] }] })

    expect(ownTopics(saying('fiveteen lamps'), plain, deaf)).toEqual([])
    expect(ownTopics(saying('rated five'), plain, deaf)).toHaveLength(1)
  })
})

describe('a pattern of the company', () => {
  test('is heard in any case, and quoted', () => {
    expect(ownTopics(saying('our vat ID changed'), config, deaf)).toEqual([
      {
        trigger: 'trade',
        kind: 'topic',
        topic: 'trade',
        evidence: { matched: 'vat ID', score: 1, threshold: 1 },
        reason: 'touches trade: "vat ID"',
      },
    ])
  })

  test('sees only the beginning of a very long message', () => {
    expect(topicsOf(`${'x '.repeat(3_000)} VAT id`)).toEqual([])
    expect(topicsOf(`VAT id ${'x '.repeat(3_000)}`)).toEqual(['trade'])
  })
})

test('each topic fires once, whatever the number of messages', () => {
  expect(topicsOf('VAT id', 'it caught fire', 'caught fire')).toEqual(['product-safety', 'trade'])
})

describe('a topic that is switched off', () => {
  const phrases = ['caught fire']
  const topicsOn = (channel: string) =>
    ownTopics(
      { ...saying('it caught fire'), channel },
      triggersWith({
        own: [
          { id: 'safety', phrases, exceptOn: ['chat'] },
          { id: 'closed', phrases, enabled: false },
        ],
      }),
      deaf,
    ).map(({ topic }) => topic)

  test('is heard on the other channels alone', () => {
    expect(topicsOn('chat')).toEqual([])
    expect(topicsOn('mail')).toEqual(['safety'])
  })
})
