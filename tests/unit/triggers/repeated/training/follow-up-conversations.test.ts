import { describe, expect, test } from 'vitest'
import { followUpConversations } from '#shared/triggers/repeated/training/follow-up-conversations.ts'
import { readFollowUps } from '#shared/triggers/repeated/training/follow-ups.ts'
import { phrasingsOf } from '#shared/triggers/repeated/training/phrasings.ts'
import { seededRandom } from '#shared/words/training/random.ts'
import { groups } from './phrases.ts'

const asked = ['where is my parcel right now', 'which place is the package at', 'tell me where the parcel got to']
const matter = readFollowUps(
  'en',
  `${asked.join(' | ')}\nwho signed for the parcel then\nmay I fetch the parcel myself`,
)
const compose = (seed: number) => {
  const random = seededRandom(seed)
  return followUpConversations(phrasingsOf([...groups, ...matter], {}, random), 20, random)
}
const conversations = compose(3)
const repeating = conversations.filter(({ repeats }) => repeats)
const others = conversations.filter(({ repeats }) => !repeats)

describe('of one matter', () => {
  test('some repeat a question, more do not', () => {
    expect(repeating.length).toBe(20)
    expect(others.length).toBe(60)
  })

  test('those that repeat ask one thing three times, and it comes last', () => {
    for (const { messages } of repeating) expect(messages.length).toBeGreaterThanOrEqual(3)
    expect(repeating.some(({ messages }) => messages.length > 3)).toBe(true)
  })

  test('things that were not asked together are not', () => {
    const words = conversations.flatMap(({ messages }) => messages).join(' ')

    expect(words).not.toContain('card')
  })

  test('the same seed composes the same', () => {
    expect(compose(3)).toEqual(conversations)
    expect(compose(4)).not.toEqual(conversations)
  })
})
