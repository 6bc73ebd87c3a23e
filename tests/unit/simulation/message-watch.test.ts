import { expect, test } from 'vitest'
import { MessageWatch } from '#tests/simulation/message-watch.ts'
import { entered, handedOff, handoffChanged, left, said, transaction, type Writes } from './written.ts'

type Story = readonly Writes[]

const watched = (story: Story, erasedAt = 0): MessageWatch => {
  const watch = new MessageWatch(
    () => 100,
    () => erasedAt,
  )
  for (const writes of story) watch.wrote(transaction(...writes))
  return watch
}
const found = (story: Story) => watched(story).violations.map(({ promise, what }) => `${promise}: ${what}`)

const opened: Story = [[said('customer', 1), said('system', 2), handedOff(), entered()]]

const clean: readonly (readonly [name: string, story: Story])[] = [
  ['a handoff with its notice', opened],
  ['a release without a word', [...opened, [left(), entered(), handoffChanged()]]],
  ['a transfer with its notice', [...opened, [entered({ team: 'billing' }), handoffChanged(), said('system', 3)]]],
  ['a return with its notice', [...opened, [handoffChanged(), said('system', 3)]]],
]

const broken: readonly (readonly [name: string, story: Story, found: RegExp])[] = [
  ['a handoff without a notice', [[said('customer', 1), handedOff(), entered()]], /^notice: .*not told once/],
  [
    'a handoff with two notices',
    [[said('system', 1), said('system', 2), handedOff(), entered()]],
    /^notice: .*not told once/,
  ],
  ['a handoff that enters no line', [[said('system', 1), handedOff()]], /^notice: .*entered no line/],
  ['a notice without a handoff', [[said('customer', 1), said('system', 2)]], /^notice: .*told of nothing/],
  [
    'a transfer without a word',
    [...opened, [entered({ team: 'billing' }), handoffChanged()]],
    /^notice: .*moved in silence/,
  ],
  ['a message behind a later one', [[said('customer', 2)], [said('customer', 1)]], /^order: written into the past/],
]

test.each(clean)('not accused: %s', (_, story) => {
  expect(found(story)).toEqual([])
})

test.each(broken)('found: %s', (_, story, what) => {
  expect(found(story)).toEqual([expect.stringMatching(what)])
})

const kept: Story = [[said('agent', 1)]]

test.each([
  ['what is still there', 'agent 1', []],
  ['what is gone', undefined, ['lost']],
  ['what says something else', 'agent 2', ['unexpected']],
])('%s is found as it is', (_, text, promises) => {
  const missing = watched(kept).missing(() => (text === undefined ? undefined : { text: { S: text } }))

  expect(missing.map(({ promise }) => promise)).toEqual(promises)
})

test('what was erased is not missed', () => {
  expect(watched(kept, 100).missing(() => undefined)).toEqual([])
})

test('tells which messages a conversation had by a moment, and not those of another', () => {
  const watch = watched([[said('customer', 1)], [said('customer', 2, { conversation: 2 })], [said('agent', 3)]])

  expect(watch.ofConversation('t.1', 1)).toEqual(['m-1'])
  expect(watch.ofConversation('t.1', 3)).toEqual(['m-1', 'm-3'])
})
