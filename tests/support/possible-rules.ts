import fc from 'fast-check'
import type { BatonConfig, BatonConfigInput } from '#shared/config/config.ts'
import { accountTrigger, type Customer, findingsOn, firedWith, type PossibleCases } from '#shared/routing/cases.ts'
import type { RoutingFacts } from '#shared/routing/facts.ts'
import { testConfig } from './test-config.ts'

const closed = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] }
const hours = (timeZone: string, days: object, holidays: string[] = []) => ({
  hours: { timeZone, weekly: { ...closed, ...days }, holidays },
})
const teams = {
  day: { name: 'Day', languages: ['en'], ...hours('Europe/Berlin', { mon: ['08:00-18:00'], fri: ['08:00-12:00'] }) },
  early: { name: 'Early', languages: ['en'], ...hours('America/New_York', { mon: ['03:00-09:00'] }, ['2026-11-30']) },
  always: { name: 'Always', languages: ['en'] },
}

export const articleTopics = ['delivery', 'warranty'] as const
const triggers = ['legal', 'cancellation', 'asked-for-human', 'low-confidence', 'assistant-unavailable', accountTrigger]
const tiers = ['gold', 'silver'] as const
const languages = ['de', 'pt', 'pt-BR'] as const
const some = <T>(values: readonly T[]) => fc.subarray([...values], { maxLength: 2 })
const maybe = <T>(of: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: of })

const anyWhen = {
  trigger: maybe(some(triggers)),
  kind: maybe(fc.constantFrom('failure' as const, 'topic' as const)),
  topic: maybe(some(['legal', ...articleTopics])),
  language: maybe(some(languages)),
  channel: maybe(some(['standard', 'slack'])),
  tier: maybe(some(tiers)),
  minimumValue: maybe(fc.constantFrom(0, 10, 100)),
  attributes: maybe(fc.dictionary(fc.constantFrom('plan', 'region'), some(['a', 'b']), { maxKeys: 2 })),
}
/** Mostly one or two conditions, as people write them. */
const written = <T extends object>(when: T): T =>
  Object.fromEntries(Object.entries(when).filter(([, wanted]) => wanted !== undefined)) as T
const when = fc.record(anyWhen).map(written)
const whenOpen = fc.record({ ...anyWhen, teamOpen: maybe(fc.boolean()) }).map(written)
const team = fc.constantFrom('day', 'early', 'always')

/** Companies with rules of all kinds, sensible or not. */
export const anyCompany: fc.Arbitrary<BatonConfig> = fc
  .record({
    routing: fc.array(fc.record({ when: whenOpen, team }), { maxLength: 5 }),
    overflow: fc.array(fc.record({ when: whenOpen, from: team, to: team, afterMinutes: fc.constantFrom(5, 10) }), {
      maxLength: 4,
    }),
    headStart: fc.array(fc.record({ when, minutes: fc.constantFrom(5, 10) }), { maxLength: 3 }),
    legal: fc.record({
      enabled: fc.boolean(),
      exceptOn: fc.constantFrom<string[]>([], ['slack'], ['slack', 'standard']),
    }),
    account: fc.record({ enabled: fc.boolean(), tiers: some(tiers), minimumValue: fc.constantFrom(50, undefined) }),
  })
  .map(({ routing, overflow, headStart, legal, account }) => {
    const named = <T>(rules: readonly T[], list: string) =>
      rules.map((rule, at) => ({ ...rule, name: `${list}.${at}` }))
    return testConfig({
      teams,
      defaultTeam: 'always',
      routing: named(routing, 'routing'),
      overflow: named(
        overflow.filter(({ from, to }) => from !== to),
        'overflow',
      ),
      headStart: named(headStart, 'headStart'),
      triggers: { legal, [accountTrigger]: written(account) },
      channels: {
        standard: { kind: 'standard', callbackUrl: 'http://127.0.0.1/callback' },
        slack: { kind: 'slack' },
      } as BatonConfigInput['channels'],
    } as Partial<BatonConfigInput>)
  })

export interface Drawn {
  readonly facts: RoutingFacts
  readonly at: Date
  readonly waitedMinutes: number
  readonly team: string
}

/** A case as it may come up: one thing fires or two, and beside it who the customer is. */
export const drawCase = (cases: PossibleCases, from: Date, random: () => number): Drawn | undefined => {
  const one = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T
  const channel = one(['standard', 'slack'])
  const tier = one([undefined, ...tiers, 'bronze'])
  const value = one([undefined, 0, 10, 50, 100, 1_000])
  const language = one([undefined, 'de', 'de-AT', 'pt', 'pt-BR', 'en'])
  const attributes = one([{}, { plan: 'a' }, { plan: 'b', region: 'a' }, { region: 'b' }])
  const customer: Customer = {
    ...(tier !== undefined && { tier }),
    ...(value !== undefined && { value }),
    attributes,
  }
  const all = findingsOn(channel, cases)
  const account = all.find(({ trigger }) => trigger === accountTrigger)
  const fired = firedWith(one(all), customer, account, cases.config)
  const more = random() < 0.3 ? firedWith(one(all), customer, account, cases.config) : []
  if (fired.length === 0) return undefined
  return {
    facts: { fired: [...fired, ...more], channel, ...customer, ...(language !== undefined && { language }) },
    at: new Date(from.getTime() + Math.floor(random() * 21 * 24 * 60) * 60_000),
    waitedMinutes: one([0, 5, 7, 10, 600]),
    team: one(['day', 'early', 'always']),
  }
}
