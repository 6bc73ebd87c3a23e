import { expect, test } from 'vitest'
import { hoursSchema } from '#shared/config/config-schema.ts'
import type { Difference } from '#shared/report/what-if/compare.ts'
import { tallying } from '#shared/report/what-if/tally.ts'
import { angry, handedOffTo, loggedTurn, suing } from './turns.ts'

const at = Date.parse('2026-11-23T22:30:00Z')
const hours = hoursSchema.parse({ timeZone: 'Asia/Kolkata', weekly: {} })
const teams = {
  support: { name: 'Support', languages: ['en'], capacity: 4 },
  billing: { name: 'Billing', languages: ['en'], capacity: 4, hours },
}

const before = {
  at,
  turn: loggedTurn(at, { did: 'handed-off', fired: [angry] }),
  handoff: { id: 'h', team: 'support', rule: 'default' },
}
const toBilling = handedOffTo('billing', suing)
if (toBilling.kind !== 'handed-off') throw new Error('a handoff')
const after = { at, turn: loggedTurn(at), handoff: toBilling }
const named = { conversationId: 't.1', threadId: 't', endedAt: at, open: false }

const tally = (...added: readonly (readonly [Difference, string | undefined])[]) => {
  const sums = tallying({ teams })
  for (const [difference, outcome] of added) sums.add(difference, outcome)
  return sums.result()
}

test('each difference counts once, by what it is and by how the conversation ended', () => {
  const { stretches, kinds, outcomes, open } = tally(
    [{ ...named, kind: 'same' }, 'answered'],
    [{ ...named, kind: 'gone', before, open: true }, 'solved'],
    [{ ...named, kind: 'gone', before }, 'solved'],
    [{ ...named, kind: 'new', after }, undefined],
  )

  expect(stretches).toBe(4)
  expect(kinds).toEqual({ same: 1, moved: 0, earlier: 0, later: 0, new: 1, gone: 2 })
  expect(outcomes).toEqual({ answered: { same: 1 }, open: { new: 1 }, solved: { gone: 2 } })
  expect(open).toBe(1)
})

test('load is by team and by the hour of that team’s own day', () => {
  const { load } = tally([{ ...named, kind: 'moved', before, after }, 'solved'])

  expect(load).toEqual({ billing: { '04': { before: 0, after: 1 } }, support: { '22': { before: 1, after: 0 } } })
})

test('triggers count by the one that named the handoff', () => {
  const { triggers } = tally([{ ...named, kind: 'moved', before, after }, 'solved'])

  expect(triggers).toEqual({ frustration: { before: 1, after: 0 }, legal: { before: 0, after: 1 } })
})

test('a handoff whose record is gone counts by its trigger, and for no team', () => {
  const { load, triggers } = tally([{ ...named, kind: 'gone', before: { at, turn: before.turn } }, undefined])

  expect(load).toEqual({})
  expect(triggers).toEqual({ frustration: { before: 1, after: 0 } })
})
