import { describe, expect, test } from 'vitest'
import { composeConversations } from '#shared/triggers/repeated/training/conversations.ts'
import { phrasingsOf } from '#shared/triggers/repeated/training/phrasings.ts'
import { seededRandom } from '#shared/words/training/random.ts'
import { groups, talk } from './phrases.ts'

const dialogue = ['a pizza', 'with olives', 'and a coke', 'no ice', 'cash']
const compose = (seed: number) => {
  const random = seededRandom(seed)
  return composeConversations(phrasingsOf(groups, talk, random), [dialogue], 5, random)
}
const conversations = compose(1)
const small = new Set([...talk.en, ...talk.de])

describe('conversations', () => {
  test('with and without a repetition are composed about as often', () => {
    const repeating = conversations.filter(({ repeats }) => repeats).length

    expect(repeating).toBe(groups.length * 5)
    expect(conversations.length - repeating).toBe(groups.length * 5 + 6)
  })

  test('that repeat have three messages or more that are no talk', () => {
    for (const { messages, repeats } of conversations)
      if (repeats) expect(messages.filter((message) => !small.has(message)).length).toBeGreaterThanOrEqual(3)
  })

  test('never end with talk: the last message is the one that is judged', () => {
    for (const { messages } of conversations) expect(small.has(messages.at(-1) ?? '')).toBe(false)
  })

  test('are the same for the same seed, and others for another', () => {
    expect(compose(1)).toEqual(conversations)
    expect(compose(2)).not.toEqual(conversations)
  })
})

test('a dialogue repeats nothing, whole or cut', () => {
  const cuts = conversations.filter(({ messages }) => messages.some((message) => dialogue.includes(message)))

  expect(cuts[0]?.messages).toEqual(dialogue)
  expect(cuts.map(({ repeats }) => repeats)).not.toContain(true)
})
