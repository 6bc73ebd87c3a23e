import { expect, test } from 'vitest'
import { renderNotice } from '#shared/handoff/notice.ts'
import { noticeTexts, worded } from '#shared/handoff/notice-texts.ts'

const company = { name: 'Lumen & Oak', language: 'en' }
const wording = { language: 'en', notice: 'handoff' }
const special = [
  { ...wording, team: 'billing', text: 'For the team.' },
  { ...wording, trigger: 'cancellation', text: 'For the trigger.' },
  { ...wording, trigger: 'cancellation', team: 'billing', text: 'For both.' },
  { language: 'fr', notice: 'handoff', team: 'billing', text: 'Pour l’équipe {team}.' },
]
const overrides = { en: { handoff: 'For everybody.' } }
const told = (about: { trigger: string; team: string }, language = 'en') =>
  renderNotice({ key: 'handoff', language, team: 'Billing', about, company, own: worded({ overrides, special }) })

test.each([
  ['cancellation', 'billing', 'For both.'],
  ['cancellation', 'care', 'For the trigger.'],
  ['frustration', 'billing', 'For the team.'],
  ['frustration', 'care', 'For everybody.'],
])('of the words for %s in %s the most special are said', (trigger, team, words) => {
  expect(told({ trigger, team })).toBe(words)
})

test('where the company’s words stand in the list makes no difference', () => {
  const about = { trigger: 'cancellation', team: 'billing' }
  const own = worded({ overrides, special: special.toReversed() })

  expect(renderNotice({ key: 'handoff', language: 'en', team: 'Billing', about, company, own })).toBe('For both.')
})

test('the customer’s language comes before what is special', () => {
  expect(told({ trigger: 'cancellation', team: 'billing' }, 'fr-CA')).toBe('Pour l’équipe Billing.')
  expect(told({ trigger: 'cancellation', team: 'billing' }, 'nl')).toContain('in dit gesprek')
})

test('another notice keeps its own words', () => {
  const about = { trigger: 'cancellation', team: 'billing' }
  const text = renderNotice({
    key: 'put-off',
    language: 'en',
    team: '',
    about,
    company,
    own: worded({ overrides, special }),
  })

  expect(text).toBe(noticeTexts.en?.['put-off'])
})
