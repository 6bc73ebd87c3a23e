import { describe, expect, test } from 'vitest'
import { backWithinMs, confusing, handedOffVerdict } from '#shared/report/what-if/confusion.ts'
import { handedOffTo, loggedTurn } from './turns.ts'

const day = 86_400_000
const now = handedOffTo('care')
if (now.kind !== 'handed-off') throw new Error('a handoff')
const ended = 10 * day
const answered = { kind: 'same', conversationId: 't.1', threadId: 't', endedAt: ended, open: false } as const
const asIt = { at: ended, turn: loggedTurn(ended), handoff: now }

describe('of what was handed off, people’s own acts say whether it was needed', () => {
  test.each([
    ['a person wrote to the customer', { outcome: 'solved', firstReplyAt: 5 }, 'handed-off-needed'],
    ['a person wrote, and it is not over', { firstReplyAt: 5 }, 'handed-off-needed'],
    ['a person wrote, and gave it back', { outcome: 'returned-to-assistant', firstReplyAt: 5 }, 'handed-off-needed'],
    ['it was given back without a word', { outcome: 'returned-to-assistant' }, 'handed-off-not-needed'],
    ['it was spam, answered or not', { outcome: 'spam', firstReplyAt: 5 }, 'handed-off-not-needed'],
    ['it was there twice', { outcome: 'duplicate' }, 'handed-off-not-needed'],
    ['the customer left before anybody wrote', { outcome: 'customer-left' }, 'handed-off-unsettled'],
    ['it waits', {}, 'handed-off-unsettled'],
  ] as const)('%s', (_, handoff, verdict) => {
    expect(handedOffVerdict(handoff)).toBe(verdict)
  })
})

/** The verdict of one answered stretch, beside these turns. */
const verdictOf = (turns: readonly ReturnType<typeof loggedTurn>[], seenUntil = ended + backWithinMs) => {
  const confusion = confusing()
  for (const turn of [loggedTurn(ended - 1), ...turns]) confusion.see(turn)
  confusion.add(answered)
  return Object.entries(confusion.result(seenUntil)).flatMap(([verdict, { answers = 0 }]) => (answers ? [verdict] : []))
}
const later = (after: number, more: Partial<ReturnType<typeof loggedTurn>> = {}) =>
  loggedTurn(ended + after, { conversationId: 't.2', ...more })

describe('of what was answered, it is known who came back', () => {
  test.each([
    ['nobody came', [], ['answered-quiet']],
    ['somebody came, and was answered', [later(day)], ['answered-back']],
    ['somebody came on the last moment', [later(backWithinMs)], ['answered-back']],
    ['somebody came a moment later', [later(backWithinMs + 1)], ['answered-quiet']],
    [
      'somebody came and was handed off',
      [later(day), later(2 * day, { did: 'handed-off' })],
      ['answered-back-to-a-person'],
    ],
    [
      'somebody came, and was handed off later than that',
      [later(day), later(backWithinMs + 1, { did: 'handed-off' })],
      ['answered-back'],
    ],
    ['somebody else came', [later(day, { threadId: 'other', did: 'handed-off' })], ['answered-quiet']],
    ['it went on in the same conversation', [loggedTurn(ended, { did: 'appended' })], ['answered-quiet']],
    ['they had been there before', [later(-day, { did: 'handed-off' })], ['answered-quiet']],
  ] as const)('%s', (_, turns, verdict) => {
    expect(verdictOf(turns)).toEqual(verdict)
    expect(verdictOf(turns.toReversed())).toEqual(verdict)
  })

  test('where the log ends too soon nobody knows who will, but whoever was there was there', () => {
    const soon = ended + backWithinMs - 1

    expect(verdictOf([], soon)).toEqual(['answered-too-soon'])
    expect(verdictOf([later(day)], soon)).toEqual(['answered-too-soon'])
    expect(verdictOf([later(day, { did: 'handed-off' })], soon)).toEqual(['answered-back-to-a-person'])
  })
})

test('beside it stands what is decided now; where a handoff follows at the latest, what was never asked does not matter', () => {
  const confusion = confusing()
  confusion.see(loggedTurn(ended))

  confusion.add(answered)
  confusion.add({ ...answered, kind: 'new', after: asIt })
  confusion.add({ ...answered, kind: 'new', after: asIt, open: true })
  confusion.add({ ...answered, open: true })
  confusion.add({
    ...answered,
    kind: 'gone',
    before: { ...asIt, handoff: { id: 'h', team: 'care', rule: 'all', firstReplyAt: 7 } },
  })

  expect(confusion.result(ended + backWithinMs)).toMatchObject({
    'answered-quiet': { 'hands-off': 2, answers: 1, unknown: 1 },
    'handed-off-needed': { 'hands-off': 0, answers: 1, unknown: 0 },
  })
})
