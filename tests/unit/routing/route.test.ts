import { describe, expect, test } from 'vitest'
import type { BatonConfig, RoutingRule } from '#shared/config/config.ts'
import type { RoutingFacts } from '#shared/routing/facts.ts'
import { route } from '#shared/routing/route.ts'

const monday = new Date('2026-11-23T09:00:00Z')
const sunday = new Date('2026-11-22T09:00:00Z')
const office = {
  timeZone: 'Europe/Berlin',
  weekly: { mon: ['08:00-18:00'], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] },
  holidays: [],
}
const team = (name: string) => ({ name, languages: ['en'], capacity: 4 })
const teams: BatonConfig['teams'] = {
  care: team('Care'),
  billing: { ...team('Billing'), hours: office },
  iberia: team('Iberia'),
}
const rule = (name: string, to: string, when: RoutingRule['when']): RoutingRule => ({ name, team: to, when })
const config = (...routing: RoutingRule[]) => ({ teams, defaultTeam: 'care', routing })
const human = { trigger: 'asked-for-human', kind: 'failure' } as const
const dispute = { trigger: 'billing-dispute', kind: 'topic', topic: 'billing-dispute' } as const
const facts = (changes: Partial<RoutingFacts> = {}): RoutingFacts => ({
  fired: [dispute],
  channel: 'standard',
  ...changes,
})

describe('the rules', () => {
  test('are read top-down and the first that holds names the team', () => {
    const rules = config(
      rule('people', 'iberia', { trigger: ['asked-for-human'] }),
      rule('money', 'billing', { trigger: ['billing-dispute'] }),
      rule('all', 'iberia', {}),
    )

    expect(route(facts(), rules, monday)).toEqual({ team: 'billing', rule: 'money' })
  })

  test('that hold for nobody leave it to the default team', () => {
    const rules = config(rule('people', 'billing', { trigger: ['asked-for-human'] }))

    expect(route(facts(), rules, monday)).toEqual({ team: 'care', rule: 'default' })
    expect(route(facts(), config(), monday)).toEqual({ team: 'care', rule: 'default' })
  })

  test('look at everything that fired, in the company’s order', () => {
    const rules = config(
      rule('people', 'iberia', { trigger: ['asked-for-human'] }),
      rule('money', 'billing', { topic: ['billing-dispute'] }),
    )

    expect(route(facts({ fired: [dispute, human] }), rules, monday).team).toBe('iberia')
  })

  test('want trigger, kind and topic of the same finding', () => {
    const rules = config(rule('odd', 'billing', { trigger: ['asked-for-human'], kind: 'topic' }))

    expect(route(facts({ fired: [dispute, human] }), rules, monday).rule).toBe('default')
  })
})

describe('a condition holds and does not hold', () => {
  const cases: [string, RoutingRule['when'], Partial<RoutingFacts>, Partial<RoutingFacts>][] = [
    ['trigger', { trigger: ['legal', 'billing-dispute'] }, {}, { fired: [human] }],
    ['kind', { kind: 'topic' }, {}, { fired: [human] }],
    ['topic', { topic: ['billing-dispute'] }, {}, { fired: [human] }],
    ['language', { language: ['pt'] }, { language: 'pt-BR' }, { language: 'es' }],
    ['region', { language: ['pt-BR'] }, { language: 'pt-br' }, { language: 'pt' }],
    ['known language', { language: ['pt'] }, { language: 'pt' }, {}],
    ['channel', { channel: ['standard'] }, {}, { channel: 'email' }],
    ['tier', { tier: ['gold', 'platinum'] }, { tier: 'gold' }, { tier: 'silver' }],
    ['known tier', { tier: ['gold'] }, { tier: 'gold' }, {}],
    ['value', { minimumValue: 100 }, { value: 100 }, { value: 99 }],
    ['known value', { minimumValue: 0 }, { value: 0 }, {}],
    [
      'an attribute',
      { attributes: { plan: ['pro', 'team'] } },
      { attributes: { plan: 'team' } },
      { attributes: { plan: 'free' } },
    ],
    [
      'known attribute',
      { attributes: { plan: ['pro'] } },
      { attributes: { plan: 'pro' } },
      { attributes: { region: 'pro' } },
    ],
    [
      'no inherited attribute',
      { attributes: { constructor: ['x'] } },
      { attributes: { constructor: 'x' } as never },
      { attributes: {} },
    ],
    ['all of them', { kind: 'topic', tier: ['gold'] }, { tier: 'gold' }, { tier: 'gold', fired: [human] }],
  ]

  test.each(cases)('%s', (_, when, holds, fails) => {
    const rules = config(rule('it', 'iberia', when))

    expect(route(facts(holds), rules, monday).rule).toBe('it')
    expect(route(facts(fails), rules, monday).rule).toBe('default')
  })

  test.each([
    [true, monday, 'billing'],
    [true, sunday, 'care'],
    [false, sunday, 'billing'],
    [false, monday, 'care'],
  ])('teamOpen %s at %s goes to %s', (teamOpen, at, expected) => {
    expect(route(facts(), config(rule('hours', 'billing', { teamOpen })), at).team).toBe(expected)
  })
})

describe('a team that does not exist', () => {
  test('gives way to the default team, and is reported for the alarm', () => {
    const rules = config(rule('money', 'accounting', {}))

    expect(route(facts(), rules, monday)).toEqual({ team: 'care', rule: 'money', unknownTeam: 'accounting' })
  })

  test('as the default still drops nothing', () => {
    expect(route(facts(), { teams, defaultTeam: 'nobody', routing: [] }, monday)).toEqual({
      team: 'care',
      rule: 'default',
      unknownTeam: 'nobody',
    })
  })

  test('is not found among what every object has', () => {
    expect(route(facts(), config(rule('odd', 'constructor', {})), monday).unknownTeam).toBe('constructor')
  })
})
