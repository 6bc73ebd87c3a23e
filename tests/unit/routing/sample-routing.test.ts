import { describe, expect, test } from 'vitest'
import { configSchema } from '#shared/config/config-schema.ts'
import { escalationsAhead } from '#shared/routing/escalations-ahead.ts'
import type { Finding } from '#shared/routing/facts.ts'
import { movesDue } from '#shared/routing/overflow.ts'
import { explainRoute, route } from '#shared/routing/route.ts'
import { testConfig } from '#tests/support/test-config.ts'
import written from '../../../baton.config.ts'

const sample = configSchema.parse(written)
const at = new Date('2026-11-23T10:00:00Z')
const topic = (trigger: string): Finding => ({ trigger, kind: 'topic', topic: trigger })
const failure = (trigger: string): Finding => ({ trigger, kind: 'failure' })
const facts = (...fired: Finding[]) => ({ fired, channel: 'standard', language: 'en' })

describe('the sample company, rule by rule', () => {
  const table: readonly (readonly [rule: string, team: string, taken: Finding, left: Finding])[] = [
    ['someone is in distress', 'wellbeing', topic('distress'), topic('legal')],
    ['disputed charges', 'billing', topic('billing-dispute'), topic('cancellation')],
    ['legal matters', 'retention', topic('legal'), failure('low-confidence')],
    ['customers who want to leave', 'retention', topic('cancellation'), failure('asked-for-human')],
    ['our largest accounts', 'retention', topic('high-value-account'), topic('product-safety')],
    ['angry customers', 'retention', failure('frustration'), failure('repeated-question')],
  ]

  test('the table has every rule, in the order of the configuration', () => {
    expect(table.map(([rule]) => rule)).toEqual(sample.routing.map(({ name }) => name))
  })

  test.each(table)('%s: %s', (rule, team, taken, left) => {
    expect(route(facts(taken), sample, at)).toEqual({ team, rule })
    expect(route(facts(left), sample, at).rule).not.toBe(rule)
  })

  test.each(['asked-for-human', 'low-confidence', 'outside-knowledge', 'repeated-question', 'assistant-unavailable'])(
    'no rule takes %s: the default team does',
    (trigger) => {
      expect(route(facts(failure(trigger)), sample, at)).toEqual({ team: 'care', rule: 'default' })
    },
  )

  test('of two that fired the earlier rule is followed, and the explanation says of the later that it would hold', () => {
    const { rule, rules } = explainRoute(facts(failure('frustration'), topic('legal')), sample, at)

    expect(rule).toBe('legal matters')
    expect(rules.filter(({ unmet }) => unmet.length === 0).map(({ name }) => name)).toEqual([
      'legal matters',
      'angry customers',
    ])
    expect(rules[0]?.unmet).toEqual([{ condition: 'trigger', wanted: ['distress'], actual: ['frustration', 'legal'] }])
  })

  test('billing overflows after an hour, and not before', () => {
    const waiting = (minutes: number) => ({
      team: 'billing',
      facts: facts(topic('billing-dispute')),
      waitingSince: new Date(at.getTime() - minutes * 60_000),
    })

    expect(movesDue([waiting(60), waiting(59)], sample, at)).toMatchObject([
      { to: 'care', rule: 'billing to care after 60 min' },
    ])
  })
})

describe('skills are teams', () => {
  const people = { languages: ['en'] }
  const office = {
    timeZone: 'Europe/Paris',
    weekly: { mon: ['08:00-18:00'], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] },
  }
  const config = testConfig({
    teams: {
      care: { name: 'Care', ...people },
      billing: { name: 'Billing', ...people },
      'billing-de': { name: 'Billing', ...people },
      'billing-fr': { name: 'Billing', ...people, hours: office },
    },
    routing: [
      { name: 'German', when: { trigger: ['billing-dispute'], language: ['de'] }, team: 'billing-de' },
      { name: 'French', when: { trigger: ['billing-dispute'], language: ['fr'], teamOpen: true }, team: 'billing-fr' },
      { name: 'charges', when: { trigger: ['billing-dispute'] }, team: 'billing' },
    ],
    overflow: [{ name: 'any language', from: 'billing-de', afterMinutes: 20, to: 'billing' }],
  })
  const charged = (language: string) => ({ ...facts(topic('billing-dispute')), language })
  const evening = new Date('2026-11-23T18:00:00Z')

  test.each([
    ['de', at, 'billing-de'],
    ['de-AT', at, 'billing-de'],
    ['fr', at, 'billing-fr'],
    ['fr', evening, 'billing'],
    ['en', at, 'billing'],
  ])('who writes %s at %s is served by %s', (language, time, team) => {
    expect(route(charged(language), config, time).team).toBe(team)
  })

  test('where the skill is scarce, any colleague takes over after a wait', () => {
    expect(escalationsAhead(charged('de'), 'billing-de', at, config)).toEqual([
      { at: new Date(at.getTime() + 20 * 60_000), from: 'billing-de', to: 'billing', rule: 'any language' },
    ])
    expect(escalationsAhead(charged('fr'), 'billing-fr', at, config)).toEqual([])
  })

  test('what waits for a team to close or to open is due when it does', () => {
    const rule = { name: 'the evening', from: 'billing-fr', afterMinutes: 5, to: 'billing' }
    const dueWith = (teamOpen: boolean, since: Date) =>
      escalationsAhead(charged('fr'), 'billing-fr', since, {
        ...config,
        overflow: [{ ...rule, when: { teamOpen } }],
      })[0]?.at

    expect(dueWith(false, at)).toEqual(new Date('2026-11-23T17:00:00Z'))
    expect(dueWith(false, evening)).toEqual(new Date('2026-11-23T18:05:00Z'))
    expect(dueWith(true, evening)).toEqual(new Date('2026-11-30T07:00:00Z'))
  })
})
