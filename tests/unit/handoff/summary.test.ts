import { expect, test } from 'vitest'
import { summarise } from '#shared/handoff/summary.ts'
import type { Message } from '#shared/thread/message.ts'
import { failure, topic } from '#shared/triggers/trigger.ts'

const wrote = (...texts: readonly string[]): readonly Message[] =>
  texts.map((text, n) => ({
    threadId: 't',
    id: `${n}`,
    conversationId: 't.1',
    at: n,
    author: { kind: 'customer' },
    text,
  }))
const evidence = (matched: string) => ({ matched, score: 1, threshold: 1 })
const asksFor = (matched: string) => failure('asked-for-human', evidence(matched), 'asks for a person')

test('the newest matter comes first', () => {
  const said = wrote('How do I return a lamp?', 'And what does it cost to send it back?')

  expect(summarise(said)).toBe(
    'The customer last wrote "And what does it cost to send it back?" and began with "How do I return a lamp?"',
  )
})

test('a topic leads, however short it is said', () => {
  const said = wrote('How do I return a lamp?', 'Cancel it')

  expect(summarise(said, { fired: [topic('cancellation', evidence('Cancel it'), 'wants to cancel')] })).toMatch(
    /^The customer last wrote "Cancel it" and began with/,
  )
})

test.each([
  ['I want to talk to a human', 'talk to a human'],
  ['A human please', 'human'],
  ['人間と話したいです', '人間と話したい'],
])('what only asks for a person stands behind what it is about: %s', (last, matched) => {
  const said = wrote('My lamp flickers since spring', 'The new bulb does not help either', last)

  expect(summarise(said, { fired: [asksFor(matched)] })).toBe(
    `The customer wrote "The new bulb does not help either", began with "My lamp flickers since spring" and last wrote "${last}"`,
  )
})

test('what asks for a person and says what for leads', () => {
  const last = 'I want to talk to a human about the refund of my second invoice'

  expect(summarise(wrote('How do I return a lamp?', last), { fired: [asksFor('talk to a human')] })).toMatch(
    /^The customer last wrote "I want to talk to a human about/,
  )
})

test.each(['It is the blue one', 'Thanks!', 'yes', '青いのです'])('an answer alone is no matter: %s', (last) => {
  expect(summarise(wrote('My lamp flickers since spring', last))).toBe(
    `The customer wrote "My lamp flickers since spring" and last wrote "${last}"`,
  )
})

test('where nothing was asked the first words lead', () => {
  expect(summarise(wrote('Hello', 'Hi'))).toBe('The customer wrote "Hello" and last wrote "Hi"')
  expect(summarise(wrote('Hello'))).toBe('The customer wrote: "Hello"')
})
