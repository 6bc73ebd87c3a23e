import { describe, expect, test } from 'vitest'
import { withSections } from './written-config.ts'

const special = (...wordings: object[]) => withSections({ notices: { special: wordings } })
const wording = { language: 'en', notice: 'handoff', trigger: 'cancellation', team: 'billing', text: '{team} it is.' }

test('own wording for a trigger, a team, and a trigger in a team is accepted', () => {
  const { trigger: _, ...forTeam } = wording
  const { team: __, ...forTrigger } = wording

  expect(special(wording, forTeam, forTrigger, { ...wording, language: 'de' })).toEqual([])
})

describe('refused is', () => {
  test.each([
    ['an unknown team', { team: 'bilking' }, /^notices\.special\.0\.team: "bilking" is not allowed: must be one of/],
    ['an unknown trigger', { trigger: 'cancel' }, /^notices\.special\.0\.trigger: "cancel" is not allowed/],
    ['an unknown notice', { notice: 'handover' }, /^notices\.special\.0\.notice: "handover" is not allowed/],
    ['wording for nothing special', { team: undefined, trigger: undefined }, /^notices\.special\.0: .* must name one/],
    ['a notice that knows no team', { notice: 'put-off', text: 'Hm.' }, /notice: "put-off" .* notices\.overrides$/],
    ['what is never said in distress', { trigger: 'distress' }, /must be "handoff-distress"$/],
    [
      'what is said in distress alone',
      { notice: 'handoff-distress' },
      /trigger: "cancellation" .* "distress" for this/,
    ],
    [
      'a placeholder that nothing fills',
      { text: 'Back {when}.' },
      /^notices\.special\.0\.text: "\{when\}" .*"\{team\}"/,
    ],
    ['an opening time where none is known', { text: 'Back {opens}.' }, /text: "\{opens\}" is not allowed/],
    ['no text', { text: '  ' }, /^notices\.special\.0\.text/],
  ])('%s', (_, changes, problem) => {
    const problems = special({ ...wording, ...changes })

    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatch(problem)
  })

  test('the same notice a second time for one language, trigger and team', () => {
    expect(special(wording, { ...wording, text: 'Again.' })).toEqual([
      'notices.special.1: words a notice a second time for the same language, trigger and team',
    ])
  })

  test('a placeholder that nothing fills in the wording for everybody', () => {
    const overrides = (text: string) => withSections({ notices: { overrides: { en: { handoff: text } } } })

    expect(overrides('{company}: {team}.')).toEqual([])
    expect(overrides('{Team}')).toEqual([
      'notices.overrides.en.handoff: "{Team}" is not allowed: must be one of "{team}", "{company}"',
    ])
  })

  test('an opening time is filled in where the team is closed', () => {
    expect(special({ ...wording, notice: 'handoff-closed', text: 'Back {opens}.' })).toEqual([])
  })
})

test('an estimate needs samples, and a while that they are taken from', () => {
  const estimate = (fields: object) => withSections({ notices: { estimate: fields } })

  expect(estimate({})).toEqual([])
  expect(estimate({ samples: 20, withinMinutes: 480 })).toEqual([])
  expect(estimate({ samples: 19 })).toEqual(['notices.estimate.samples: 19 is not allowed: must be at least 20'])
  expect(estimate({ withinMinutes: 481 })).toEqual([
    'notices.estimate.withinMinutes: 481 is not allowed: must be at most 480',
  ])
})
