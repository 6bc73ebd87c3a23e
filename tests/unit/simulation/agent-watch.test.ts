import { describe, expect, test } from 'vitest'
import { AgentWatch, type Asked } from '#tests/simulation/agent-watch.ts'
import type { Truth } from '#tests/simulation/truth.ts'

const id = 't.5.1'
const nothing: Truth = {
  states: [],
  messages: new Map(),
  conversations: [],
  handoffs: [],
  briefs: new Map(),
  waiting: [],
  leases: [],
  agents: [],
  misplaced: [],
  owed: [],
}
const asked = (fields: Partial<Asked> = {}): Asked => ({
  agent: 'ann',
  of: id,
  verb: 'messages',
  key: 'k',
  body: { text: 'Hello' },
  ...fields,
})
const watching = (there: readonly string[] = []) =>
  new AgentWatch(
    () => 0,
    () => there,
  )
const promises = (watch: AgentWatch, truth: Partial<Truth> = {}, erased = new Map<string, number>()) =>
  [...watch.violations, ...watch.check({ ...nothing, ...truth }, erased)].map(({ promise }) => promise)

const kept = (text = 'Hello', times = 1, more: object = {}) =>
  ({
    messages: new Map([
      [
        't',
        Array.from({ length: times }, () => ({ threadId: 't', author: { kind: 'agent', id: 'ann' }, text, ...more })),
      ],
    ]),
  }) as unknown as Partial<Truth>
const logged = (fields: object) =>
  ({ handoffs: [{ id, releases: 0, declines: 0, transfers: 0, ...fields }] }) as unknown as Partial<Truth>

describe('a reply', () => {
  test.each([
    ['that was taken and is kept', 201, 1, kept(), []],
    ['that was taken and is not kept', 201, 1, {}, ['lost']],
    ['that was taken and is kept as a note', 201, 1, kept('Hello', 1, { internal: true }), ['lost']],
    ['that was taken and is kept twice', 201, 1, kept('Hello', 2), ['stale']],
    ['that was taken in other words', 201, 1, kept('Bye'), ['lost']],
    ['that was refused and is not kept', 409, 1, {}, []],
    ['that was refused and is kept', 409, 1, kept(), ['stale']],
    ['that nobody knows about and is kept', 503, 6, kept(), []],
    ['that nobody knows about and is not kept', 503, 6, {}, []],
    ['that was refused at a second try, after the first was kept', 410, 2, kept(), []],
  ] as const)('%s', (_, status, tries, truth, found) => {
    const watch = watching()

    watch.told(asked(), { status, body: {} }, tries, 0)

    expect(promises(watch, truth as Partial<Truth>)).toEqual(found)
  })

  test('under the same key again is one', () => {
    const watch = watching()
    for (let n = 0; n < 2; n += 1) watch.told(asked(), { status: 201, body: {} }, 1, 0)

    expect(promises(watch, kept())).toEqual([])
    expect(promises(watch, kept('Hello', 2))).toEqual(['stale'])
  })

  test('to somebody who was erased since is missed by nobody', () => {
    const watch = watching()
    watch.told(asked(), { status: 201, body: {} }, 1, 0)

    expect(promises(watch, {}, new Map([['t', 5]]))).toEqual([])
    expect(promises(watch, {}, new Map([['t', 4]]))).toEqual(['lost'])
  })
})

describe('what an agent did', () => {
  const resolve = asked({ verb: 'resolve', body: { outcome: 'solved' } })
  test.each([
    ['resolved', resolve, { status: 'closed', endedBy: 'ann', outcome: 'solved' }, []],
    ['resolved, and is not', resolve, { status: 'claimed' }, ['lost']],
    ['resolved otherwise', resolve, { status: 'closed', endedBy: 'ann', outcome: 'spam' }, ['lost']],
    ['resolved in another’s name', resolve, { status: 'closed', endedBy: 'ben', outcome: 'solved' }, ['lost']],
    ['returned', asked({ verb: 'return' }), { status: 'returned', endedBy: 'ann' }, []],
    ['returned, and is not', asked({ verb: 'return' }), { status: 'waiting' }, ['lost']],
    ['released', asked({ verb: 'release' }), { releases: 1 }, []],
    ['released, and is not counted', asked({ verb: 'release' }), { releases: 0 }, ['bookkeeping']],
    ['released once, and is counted twice', asked({ verb: 'release' }), { releases: 2 }, ['bookkeeping']],
    [
      'declined, and is counted as released',
      asked({ verb: 'decline' }),
      { releases: 1 },
      ['bookkeeping', 'bookkeeping'],
    ],
  ] as const)('%s', (_, one, fields, found) => {
    const watch = watching()

    watch.told(one, { status: 200, body: {} }, 1, 0)

    expect(promises(watch, logged(fields))).toEqual(found)
  })
})

describe('a claim', () => {
  const transcript = [{ id: 'm-1', text: 'Hello' }]
  const handoff = {
    id,
    conversationId: 't.1',
    team: 'care',
    status: 'claimed',
    agent: { id: 'ann' },
    brief: { receipt: { messages: 1, messageIds: ['m-1'] } },
  }
  test.each([
    ['that shows all there is', {}, ['m-1'], []],
    ['that leaves out a message', {}, ['m-1', 'm-2'], ['lost']],
    ['of a closed conversation', { status: 'closed' }, [], ['stale']],
    ['of what another agent holds', { agent: { id: 'ben' } }, [], ['stale']],
    ['of another team', { team: 'billing' }, [], ['unexpected']],
    [
      'whose receipt counts more than it shows',
      { brief: { receipt: { messages: 2, messageIds: ['m-1'] } } },
      [],
      ['lost'],
    ],
    [
      'whose receipt names others than it shows',
      { brief: { receipt: { messages: 1, messageIds: ['m-9'] } } },
      [],
      ['lost'],
    ],
    ['without a receipt', { brief: {} }, [], ['lost']],
  ])('%s', (_, fields, there, found) => {
    const watch = watching(there)

    watch.told(
      asked({ verb: 'claim', of: 'care' }),
      { status: 200, body: { handoff: { ...handoff, ...fields }, transcript } },
      1,
      0,
    )

    expect(promises(watch)).toEqual(found)
  })
})
