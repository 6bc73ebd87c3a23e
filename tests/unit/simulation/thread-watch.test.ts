import { expect, test } from 'vitest'
import { ThreadWatch } from '#tests/simulation/thread-watch.ts'
import { agentSaid, begun, handedOff, leased, passed, said, transaction, type Writes } from './written.ts'

type Story = readonly Writes[]

const found = (story: Story): readonly string[] => {
  const watch = new ThreadWatch()
  for (const writes of story) watch.wrote(transaction(...writes))
  return [...watch.violations, ...watch.unanswered(() => true)].map(({ promise, what }) => `${promise}: ${what}`)
}

const answered: Story = [[said('customer', 1), said('assistant', 2), begun()]]
const opened: Story = [...answered, [said('customer', 3), handedOff(), passed('waiting', 2)]]
const claimed: Story = [...opened, [leased('ann'), passed('claimed', 3)]]
const returned: Story = [...claimed, [passed('assistant', 4)]]
const over: Story = [...claimed, [passed('closed', 4)]]

const clean: readonly (readonly [name: string, story: Story])[] = [
  ['a question is answered', answered],
  ['a burst has one answer', [[said('customer', 1), said('customer', 2), said('assistant', 3), begun()]]],
  ['a customer writes while a person has the thread', [...claimed, [said('customer', 4)], [agentSaid('ann', 5)]]],
  ['the assistant answers after a return', [...returned, [said('customer', 4), said('assistant', 5)]]],
  ['a new conversation is answered', [...over, [said('customer', 4), said('assistant', 5), passed('assistant', 5)]]],
  ['a first message is handed off', [[said('customer', 1), handedOff(), begun('waiting')]]],
]

const broken: readonly (readonly [name: string, story: Story, found: RegExp])[] = [
  ['a message is kept and not answered', [...answered, [said('customer', 3)]], /^unanswered: /],
  ['a message after a return is not answered', [...returned, [said('customer', 4)]], /^unanswered: /],
  ['a question is answered twice', [...answered, [said('assistant', 3)]], /^duplicate: .*answered again/],
  [
    'the assistant speaks while somebody waits',
    [...opened, [said('customer', 4), said('assistant', 5)]],
    /^assistant-after-handoff: /,
  ],
  ['the assistant speaks while an agent has it', [...claimed, [said('assistant', 4)]], /^assistant-after-handoff: /],
  ['a thread is handed off twice', [...opened, [said('customer', 4), handedOff()]], /^duplicate: .*handed off again/],
  ['an agent writes who holds nothing', [...opened, [agentSaid('ann', 4)]], /^stale: .*ann wrote/],
  ['another agent writes', [...claimed, [agentSaid('ben', 4)]], /^stale: .*ben wrote while ann had it/],
  ['an agent writes after a return', [...returned, [agentSaid('ann', 4)]], /^stale: .*ann wrote/],
  ['an agent writes after it is over', [...over, [agentSaid('ann', 4)]], /^stale: .*ann wrote/],
  ['an old epoch is accepted', [...claimed, [passed('waiting', 3)]], /^stale: .*from claimed 3 to waiting 3/],
  [
    'who waits is the assistant’s again',
    [...opened, [passed('assistant', 3)]],
    /^bookkeeping: .*from waiting 2 to assistant 3/,
  ],
  ['nobody waited and somebody is claimed', [...answered, [passed('claimed', 2)]], /^bookkeeping: .*to claimed 2/],
]

test.each(clean)('not accused: %s', (_, story) => {
  expect(found(story)).toEqual([])
})

test.each(broken)('found: %s', (_, story, what) => {
  expect(found(story)).toContainEqual(expect.stringMatching(what))
})
