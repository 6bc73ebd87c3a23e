import { describe, expect, test } from 'vitest'
import { worded } from '#shared/handoff/notice-texts.ts'
import { CandidateError } from '#shared/report/errors.ts'
import { checkCandidate } from '#shared/report/what-if/check-candidate.ts'
import { mergePatch } from '#shared/report/what-if/merge-patch.ts'
import { testConfig } from '#tests/support/test-config.ts'

const written = testConfig()
/** As it is laid beside a door. */
const deployed = { ...written, notices: worded(written.notices) }

describe('a merge patch', () => {
  test.each([
    [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
    [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
    [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
    [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
    [{ a: 'c' }, { a: ['b'] }, { a: ['b'] }],
    [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
    [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
    [{ e: null }, { a: 1 }, { e: null, a: 1 }],
    [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
  ])('%j with %j is %j, as RFC 7396 has it', (target, patch, merged) => {
    expect(mergePatch(target, patch)).toEqual(merged)
  })

  test('changes nothing but what it makes', () => {
    const patch = JSON.parse('{"__proto__": {"admin": true}}')

    const merged = mergePatch({}, patch) as object

    expect(Object.getPrototypeOf(merged)).toBe(Object.prototype)
    expect('admin' in {}).toBe(false)
  })
})

test('nothing changed is what is deployed', () => {
  const { triggers, routing, teams, defaultTeam } = written

  expect(checkCandidate(deployed, {}).config).toEqual({ triggers, routing, teams, defaultTeam })
})

test('a part of a trigger is changed and the rest stays, and the version is another', () => {
  const { config, version } = checkCandidate(deployed, { triggers: { frustration: { certain: 0.9 } } })

  expect(config.triggers.frustration).toEqual({ ...written.triggers.frustration, certain: 0.9 })
  expect(config.triggers.legal).toEqual(written.triggers.legal)
  expect(version).not.toBe(checkCandidate(deployed, {}).version)
})

test('null takes a setting back to its default, and a list is another list', () => {
  const rule = { name: 'all', when: { topic: ['a-topic-of-articles'] }, team: 'billing' }

  const { config } = checkCandidate(deployed, { triggers: { legal: null }, routing: [rule] })

  expect(config.triggers.legal.certain).toBe(0.55)
  expect(config.routing).toEqual([rule])
})

test.each([
  [{ triggers: { frustration: { certain: 3 } } }, 'triggers.frustration.certain: 3 is not allowed'],
  [{ triggers: { frustraton: {} } }, 'triggers.frustraton: is not a field'],
  [{ routing: [{ name: 'x', when: {}, team: 'nobody' }] }, 'routing.0.team: "nobody" is not allowed'],
  [{ defaultTeam: 'nobody' }, 'defaultTeam: "nobody" is not allowed'],
  [{ teams: 7 }, 'teams: 7 is not allowed'],
  [{ triggers: { own: [{ id: 'bad', pattern: '(a+)+$' }] } }, 'triggers.own.0.pattern'],
  [{ triggers: { own: [{ id: 'mine', examples: ['one two', 'three four'] }] } }, 'triggers.own'],
  [{ model: { id: 'other' } }, 'model: cannot be tried: must be one of "triggers", "routing"'],
  [{ identity: {} }, 'identity: cannot be tried'],
])('%j is refused: %s', (patch, problem) => {
  const attempt = () => checkCandidate(deployed, patch)

  expect(attempt).toThrow(CandidateError)
  expect(attempt).toThrow(`config: ${problem}`)
})
