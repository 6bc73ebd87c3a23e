import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Desk, openDesk } from '#tests/support/desk.ts'
import { leaseMs, verbs } from '#tests/support/held-desk.ts'
import { LineModel } from '#tests/support/line-model.ts'
import { testConfig } from '#tests/support/test-config.ts'
import { agentOf } from '#tests/support/waiting-conversation.ts'

const capacity = 2
const teams = {
  care: { name: 'Care', languages: ['en'], capacity },
  billing: { name: 'Billing', languages: ['en'], capacity },
}
const agents = ['ann', 'bob', 'cid'].map((id) => agentOf(id))

const agent = fc.constantFrom(...agents)
const team = fc.constantFrom('care', 'billing')
const step = fc.oneof(
  fc.record({ kind: fc.constant('waits' as const), team, headStart: fc.constantFrom(0, 0, 30, 600) }),
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('claim' as const), agent, team }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('act' as const),
      agent,
      verb: fc.constantFrom(...Object.keys(verbs).filter((verb) => verb !== 'add-note')),
      which: fc.nat(4),
    }),
  },
  fc.record({ kind: fc.constant('pass' as const), ms: fc.constantFrom(1, 1_000, leaseMs - 1, leaseMs) }),
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

const claimed = (desk: Desk, { agent: who, team: where }: Extract<Step, { kind: 'claim' }>): Promise<string> =>
  desk.claim(who, { team: where }).then(
    (found) => found?.handoff.id ?? 'nobody waits',
    (error: Error) => error.name,
  )

const took = async (desk: Desk, model: LineModel, given: Step, starts: number[]): Promise<void> => {
  // Some time passes with every step, so that two leases never end in the same millisecond.
  desk.ports.clock.set(model.now + (given.kind === 'pass' ? given.ms : 7))
  model.now = desk.ports.clock()
  if (given.kind === 'waits') {
    const minutesAgo = starts.pop() ?? 0
    // In ten-thousandths of a minute as well, so that no two places are the same.
    const headStartMs = given.headStart * 60_000 + (given.headStart > 0 ? minutesAgo * 6 : 0)
    const { handoff, state } = await desk.waits(minutesAgo, { team: given.team, headStartMs })
    const place = state.startedAt - headStartMs
    model.conversations.push({ id: handoff.id, place, team: given.team, over: false })
  }
  if (given.kind === 'claim') expect(await claimed(desk, given)).toBe(model.claim(given.agent.id, given.team))
  if (given.kind !== 'act') return

  const one = model.conversations[given.which % Math.max(1, model.conversations.length)]
  if (!one || (given.verb === 'transfer' && one.team === 'billing')) return
  const allowed = model.mayWrite(given.agent.id, one)
  const done = verbs[given.verb]?.(desk, desk.request(given.agent, one.id)).then(
    () => true,
    () => false,
  )
  expect(await done).toBe(allowed)
  if (allowed) model.act(given.verb, one)
}

const check = async (desk: Desk, model: LineModel) => {
  for (const where of ['care', 'billing']) {
    const { entries } = await desk.ports.line.list(where, { limit: 99 })
    expect(entries.map(({ handoffId }) => handoffId)).toEqual(model.waiting(where).map(({ id }) => id))
  }
  for (const { id } of agents) {
    const open = (await desk.ports.agents.readState(id))?.open ?? []
    expect(open).toEqual(
      model
        .heldBy(id)
        .map((one) => one.id)
        .toSorted(),
    )
  }
  const all = await desk.ports.handoffs.readMany(model.conversations.map(({ id }) => id))
  const statusOf = (over: boolean, held: boolean) => (over ? 'over' : held ? 'claimed' : 'waiting')
  expect(all.map(({ status }) => (status === 'closed' || status === 'returned' ? 'over' : status))).toEqual(
    model.conversations.map(({ over, held }) => statusOf(over, held !== undefined)),
  )
}

test('whatever agents do, the line is what its plainest model says', async () => {
  const starts = fc.uniqueArray(fc.integer({ min: 1, max: 5_000 }), { minLength: 80, maxLength: 80 })

  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 30, maxLength: 80, size: 'max' }), starts, async (steps, places) => {
      const desk = openDesk(testConfig({ teams, routing: [] }))
      const model = new LineModel(leaseMs, capacity)
      const left = [...places]
      for (const one of steps) await took(desk, model, one, left)
      await check(desk, model)
    }),
    { numRuns: 500, seed: 20_261_122 },
  )
}, 60_000)
