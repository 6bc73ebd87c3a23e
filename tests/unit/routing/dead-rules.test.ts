import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { BatonConfig, BatonConfigInput } from '#shared/config/config.ts'
import { deadRules, firingOf, type Ranked, ranked, surveyOf } from '#shared/routing/dead-rules.ts'
import { explainHeadStart } from '#shared/routing/head-start.ts'
import { movesDue } from '#shared/routing/overflow.ts'
import { route } from '#shared/routing/route.ts'
import { deadRuleLines } from '#shared/routing/why-dead.ts'
import { seededRandom } from '#shared/words/training/random.ts'
import { anyCompany, articleTopics, type Drawn, drawCase } from '#tests/support/possible-rules.ts'
import { testConfig } from '#tests/support/test-config.ts'

const from = new Date('2026-11-22T09:00:00Z')
const casesEach = 200

/** The places of the rules that this case is taken by, one of each list at most. */
const takers = (config: BatonConfig, { facts, at, waitedMinutes, team }: Drawn): readonly string[] => {
  const waiting = { team, facts, waitingSince: new Date(at.getTime() - waitedMinutes * 60_000) }
  const credit = explainHeadStart(facts, config).find(({ unmet }) => unmet.length === 0)
  return [
    route(facts, config, at).rule,
    ...movesDue([waiting], config, at).map(({ rule }) => rule),
    ...(credit?.rule.name === undefined ? [] : [credit.rule.name]),
  ]
}

/** The case that is said to reach a rule, as it would come up. */
const drawnFor = (config: BatonConfig, rule: Ranked, { facts, at }: { facts: Drawn['facts']; at: Date }): Drawn => {
  const overflow = config.overflow.find(({ name }) => name === rule.place)
  return { facts, at, team: overflow?.from ?? 'always', waitedMinutes: overflow?.afterMinutes ?? 0 }
}

test('a rule said to be dead takes none of 20,000 cases, and any other rule takes the case that is made for it', () => {
  let [drawn, dead, alive] = [0, 0, 0]

  fc.assert(
    fc.property(anyCompany, fc.nat(), (config, seed) => {
      const survey = surveyOf(config, articleTopics, from)
      const gone = new Set(deadRules(survey).map(({ place }) => place))
      for (const rule of ranked(config)) {
        const firing = firingOf(rule, rule.before, survey)
        if (gone.has(rule.place) || firing === undefined || firing === 'too many') continue
        alive += 1
        expect(takers(config, drawnFor(config, rule, firing))).toContain(rule.place)
      }
      dead += gone.size
      const random = seededRandom(seed + 1)
      for (let n = 0; n < casesEach; n += 1) {
        const one = drawCase({ config, articleTopics }, from, random)
        if (!one) continue
        drawn += 1
        for (const taker of takers(config, one)) expect(gone.has(taker) && { taker, one, config }).toBe(false)
      }
    }),
    { numRuns: 160, seed: 20_261_122 },
  )

  expect(drawn).toBeGreaterThan(20_000)
  expect(dead).toBeGreaterThan(100)
  expect(alive).toBeGreaterThan(100)
})

const linesOf = (sections: Partial<BatonConfigInput>) =>
  deadRuleLines(surveyOf(testConfig(sections), articleTopics, from))
const rule = (name: string, when: object, team = 'care') => ({ name, when, team })

describe('a rule that can never fire is told with its reason', () => {
  test.each<[string, Partial<BatonConfigInput>, string]>([
    [
      'an earlier, wider one',
      { routing: [rule('all', { kind: 'topic' }), rule('law', { trigger: ['legal'] })] },
      'routing.1 ("law") can never fire: "all" before it takes everybody it would',
    ],
    [
      'two earlier ones together',
      {
        routing: [
          rule('failures', { kind: 'failure' }),
          rule('topics', { kind: 'topic' }),
          rule('Germans', { language: ['de'] }),
        ],
      },
      'routing.2 ("Germans") can never fire: "failures", "topics" before it together take everybody it would',
    ],
    [
      'kind and trigger',
      { routing: [rule('odd', { kind: 'failure', trigger: ['legal'] })] },
      'routing.0 ("odd") can never fire: no case has both trigger ["legal"] and kind "failure"',
    ],
    [
      'a topic that none of its triggers has',
      { routing: [rule('odd', { trigger: ['legal'], topic: ['delivery'] })] },
      'routing.0 ("odd") can never fire: no case has both trigger ["legal"] and topic ["delivery"]',
    ],
    [
      'a trigger that is off',
      { routing: [rule('law', { trigger: ['legal'] })], triggers: { legal: { enabled: false } } },
      'routing.0 ("law") can never fire: no case has trigger ["legal"], which is off, excepted on every channel, or has nothing to fire on',
    ],
    [
      'a trigger that is excepted on its channel',
      {
        routing: [rule('law', { trigger: ['legal'], channel: ['standard'] })],
        triggers: { legal: { exceptOn: ['standard'] } },
      },
      'no case has trigger ["legal"], which is off, excepted',
    ],
    [
      'a team that never closes',
      { routing: [rule('nights', { teamOpen: false })] },
      'routing.0 ("nights") can never fire: no case has teamOpen false: care is there around the clock',
    ],
    [
      'a list of nothing',
      { routing: [rule('nobody', { language: [] })] },
      'routing.0 ("nobody") can never fire: no case has language [], which lists nothing',
    ],
    [
      'a longer wait after a shorter one',
      {
        overflow: [
          { name: 'soon', from: 'billing', afterMinutes: 10, to: 'care' },
          { name: 'late', from: 'billing', afterMinutes: 60, to: 'care', when: { tier: ['gold'] } },
        ],
      },
      'overflow.1 ("late") can never fire: "soon" before it takes everybody it would',
    ],
    [
      'a head start after a wider one',
      {
        headStart: [
          { when: {}, minutes: 5 },
          { name: 'gold', when: { tier: ['gold'] }, minutes: 30 },
        ],
      },
      'headStart.1 ("gold") can never fire: "5 min" before it takes everybody it would',
    ],
  ])('%s', (_, sections, line) => {
    expect(linesOf(sections)).toEqual([expect.stringContaining(line)])
  })

  test('who the customer is fires beside what they write, so a rule for large accounts takes them first', () => {
    const triggers = { 'high-value-account': { tiers: ['gold'] } }
    const routing = [
      rule('large', { trigger: ['high-value-account'] }),
      rule('law', { trigger: ['legal'], tier: ['gold'] }),
    ]

    expect(linesOf({ routing, triggers })).toEqual([expect.stringContaining('"law"')])
    expect(linesOf({ routing, triggers: { 'high-value-account': { tiers: ['platinum'] } } })).toEqual([])
  })

  test.each<[string, Partial<BatonConfigInput>]>([
    ['a narrower rule first', { routing: [rule('law', { trigger: ['legal'] }), rule('all', {})] }],
    [
      'a region before its language',
      { routing: [rule('Brazil', { language: ['pt-BR'] }), rule('pt', { language: ['pt'] })] },
    ],
    ['a failure about an article’s topic', { routing: [rule('delivery', { kind: 'failure', topic: ['delivery'] })] }],
    [
      'the shorter wait only for some',
      {
        overflow: [
          { from: 'billing', afterMinutes: 10, to: 'care', when: { tier: ['gold'] } },
          { from: 'billing', afterMinutes: 60, to: 'care' },
        ],
      },
    ],
  ])('none is told of %s', (_, sections) => {
    expect(linesOf(sections)).toEqual([])
  })
})
