import { describe, expect, test } from 'vitest'
import { LineWatch } from '#tests/simulation/line-watch.ts'
import { entered, leased, leaseEnded, left, passed, transaction, type Writes } from './written.ts'

/** What happens to the lines: a number is the run of a door that looks at one. */
type Story = readonly (number | { readonly run: number; readonly writes: Writes })[]

const write = (run: number, ...writes: Writes) => ({ run, writes })
const came = write(1, entered())
const later = write(1, entered({ id: 'u', startedAt: 20 }))
const claimedBy = (agent: string, run = 2) => write(run, left(), leased(agent))

const watched = (story: Story): LineWatch => {
  const watch = new LineWatch(() => 0)
  for (const one of story)
    if (typeof one === 'number') watch.looked(one)
    else watch.wrote(one.run, transaction(...one.writes))
  return watch
}
const found = (story: Story) => watched(story).violations.map(({ promise, what }) => `${promise}: ${what}`)

const clean: readonly (readonly [name: string, story: Story])[] = [
  ['the longest is claimed', [came, later, 2, claimedBy('ann')]],
  ['a longer one came after the door had looked', [later, 2, came, write(2, left(20, 'u'), leased('ann', 50, 'u'))]],
  [
    'another team has a longer one',
    [write(1, entered({ team: 'billing', startedAt: 5, id: 'u' })), came, 2, claimedBy('ann')],
  ],
  ['the agent renews the lease', [came, 2, claimedBy('ann'), write(3, leaseEnded(), leased('ann', 70))]],
  [
    'it comes back and another agent takes it',
    [came, 2, claimedBy('ann'), write(3, leaseEnded(), entered()), 4, claimedBy('ben', 4)],
  ],
  [
    'it is over, and the customer comes again',
    [came, 2, claimedBy('ann'), write(3, passed('closed', 3)), came, 4, claimedBy('ben', 4)],
  ],
]

const broken: readonly (readonly [name: string, story: Story, found: RegExp])[] = [
  [
    'not the longest is claimed',
    [came, later, 2, write(2, left(20, 'u'), leased('ann', 50, 'u'))],
    /^order: .*claimed before/,
  ],
  ['two agents claim one', [came, 2, claimedBy('ann'), 3, claimedBy('ben', 3)], /^duplicate: .*ben while ann held it/],
  [
    'one agent claims twice what they hold',
    [came, 2, claimedBy('ann'), 3, claimedBy('ann', 3)],
    /^duplicate: .*claimed again/,
  ],
  ['a lease begins out of nothing', [came, write(2, leased('ann'))], /^duplicate: .*taken from no line/],
  [
    'a lease is renewed after it was given back',
    [came, 2, claimedBy('ann'), write(3, leaseEnded(), entered()), write(4, leaseEnded(), leased('ann', 70))],
    /^duplicate: .*taken from no line/,
  ],
  ['a lease is doubled', [came, 2, claimedBy('ann'), write(3, leased('ann', 70))], /^duplicate: .*taken from no line/],
  [
    'it comes back to another place',
    [came, 2, claimedBy('ann'), write(3, leaseEnded(), entered({ startedAt: 30 }))],
    /^order: .*lost its place/,
  ],
  [
    'it is leased by another team than it was claimed of',
    [came, 2, write(2, left(), leased('ann', 50, 't', 'billing'))],
    /^bookkeeping: .*another team/,
  ],
]

test.each(clean)('not accused: %s', (_, story) => {
  expect(found(story)).toEqual([])
})

test.each(broken)('found: %s', (_, story, what) => {
  expect(found(story)).toEqual([expect.stringMatching(what)])
})

describe('a write alone', () => {
  test.each([
    ['LINE#care', 1],
    ['THREAD#t', 0],
  ])('of %s is found %i times', (pk, times) => {
    const watch = watched([came])

    watch.wroteAlone('PutItem', { pk: { S: pk }, sk: { S: 'W#10#t.1' } })

    expect(watch.violations).toHaveLength(times)
  })
})

test('counts how often a handoff came and was claimed', () => {
  const { moves } = watched([came, 2, claimedBy('ann'), write(3, leaseEnded(), entered()), 4, claimedBy('ben', 4)])

  expect(moves.get('t.5.1')).toMatchObject({ arrivals: 2, claims: 2 })
})
