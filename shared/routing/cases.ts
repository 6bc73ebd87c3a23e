import type { BatonConfig } from '../config/config.ts'
import { isOn } from '../triggers/is-on.ts'
import type { Finding, RoutingFacts } from './facts.ts'
import type { When } from './unmet.ts'

/** What decides which cases there can be. */
export interface CaseConfig extends Pick<BatonConfig, 'triggers'> {
  readonly channels: Readonly<Record<string, unknown>>
}

export interface PossibleCases {
  readonly config: CaseConfig
  /** What a failure can be about. */
  readonly articleTopics: readonly string[]
}

export const accountTrigger = 'high-value-account'

const failures = [
  'asked-for-human',
  'low-confidence',
  'outside-knowledge',
  'repeated-question',
  'frustration',
  'assistant-unavailable',
] as const
const topics = ['billing-dispute', 'cancellation', 'distress', 'legal', accountTrigger] as const

/** Everything that can fire on a channel, one at a time, as this configuration has it. */
export const findingsOn = (channel: string, { config, articleTopics }: PossibleCases): readonly Finding[] => {
  const { triggers } = config
  const isListening = (trigger: object) => !('enabled' in trigger) || isOn({ channel }, trigger as never)
  const own = triggers.own.map((one) => [one.id, one] as const)
  return [
    ...failures
      .filter((id) => isListening(triggers[id]))
      .flatMap((trigger) => [undefined, ...articleTopics].map((topic) => finding(trigger, 'failure', topic))),
    ...[...topics.map((id) => [id, triggers[id]] as const), ...own]
      .filter(([, trigger]) => isListening(trigger))
      .map(([id]) => finding(id, 'topic', id)),
  ]
}

const finding = (trigger: string, kind: Finding['kind'], topic: string | undefined): Finding => ({
  trigger,
  kind,
  ...(topic !== undefined && { topic }),
})

export type Customer = Pick<RoutingFacts, 'tier' | 'value' | 'attributes'>

/** Whether who they are fires `high-value-account`, whatever they write. */
export const isHighValue = ({ tier, value = 0 }: Customer, { triggers }: CaseConfig): boolean => {
  const { tiers, minimumValue = Number.POSITIVE_INFINITY } = triggers['high-value-account']
  return (tier !== undefined && tiers.includes(tier)) || value >= minimumValue
}

/**
 * All that fires when this does, on a channel where `account` can fire: who the customer is fires beside what they write,
 * but not where the turn itself failed. Nothing, if this cannot fire for such a customer.
 */
export const firedWith = (
  one: Finding,
  customer: Customer,
  account: Finding | undefined,
  config: CaseConfig,
): readonly Finding[] => {
  if (!account || !isHighValue(customer, config)) return one.trigger === accountTrigger ? [] : [one]
  return one.trigger === 'assistant-unavailable' || one.trigger === accountTrigger ? [one] : [one, account]
}

/**
 * Cases of which each meets what a rule says of them, and as little else as it can: whatever takes one of these takes
 * every case like it. No case twice; none at all where the conditions leave none.
 */
export function* casesOf(when: When, cases: PossibleCases): Generator<RoutingFacts> {
  for (const channel of Object.keys(cases.config.channels)) {
    if (when.channel !== undefined && !when.channel.includes(channel)) continue
    const all = findingsOn(channel, cases)
    const account = all.find(({ trigger }) => trigger === accountTrigger)
    for (const one of all)
      for (const customer of customersOf(when, cases.config)) {
        const fired = firedWith(one, customer, account, cases.config)
        for (const language of when.language ?? [undefined])
          if (fired.length > 0) yield { fired, channel, ...customer, ...(language !== undefined && { language }) }
      }
  }
}

function* customersOf({ tier, minimumValue, attributes = {} }: When, { triggers }: CaseConfig): Generator<Customer> {
  const account = triggers['high-value-account']
  const tiers = tier ?? [undefined, ...account.tiers]
  const values = [minimumValue, account.minimumValue].filter((value) => value !== undefined)
  const enough = values.filter((value) => value >= (minimumValue ?? 0))
  for (const one of tiers)
    for (const value of minimumValue === undefined ? [undefined, ...enough] : enough)
      for (const given of attributesOf(Object.entries(attributes)))
        yield {
          ...(one !== undefined && { tier: one }),
          ...(value !== undefined && { value }),
          ...(Object.keys(given).length > 0 && { attributes: given }),
        }
}

function* attributesOf(wanted: readonly (readonly [string, readonly string[]])[]): Generator<Record<string, string>> {
  const [first, ...rest] = wanted
  if (!first) return yield {}
  for (const value of first[1]) for (const others of attributesOf(rest)) yield { [first[0]]: value, ...others }
}
