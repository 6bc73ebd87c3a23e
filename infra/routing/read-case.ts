import { z } from 'zod'
import { channelsSchema } from '#shared/config/channel-schemas.ts'
import type { BatonConfig } from '#shared/config/config.ts'
import { oneOf, problem } from '#shared/config/problem.ts'
import { schemaProblems } from '#shared/config/schema-problems.ts'
import { accountTrigger, type Customer, findingsOn, isHighValue, type PossibleCases } from '#shared/routing/cases.ts'
import type { Finding, RoutingFacts } from '#shared/routing/facts.ts'
import { CaseError } from './errors.ts'

const words = z.union([z.string(), z.array(z.string()).min(1)], 'text, or a list of texts')

const caseSchema = z.strictObject({
  trigger: words,
  kind: z.enum(['failure', 'topic']).optional(),
  /** Of a failure: what the best article is about. */
  topic: z.string().optional(),
  language: z.string().optional(),
  channel: z.string().optional(),
  tier: z.string().optional(),
  value: z.number().optional(),
  attributes: z.record(z.string(), z.string()).optional(),
  at: z.iso.datetime({ offset: true, error: 'a time such as "2026-12-25T09:00:00Z"' }).optional(),
})

export interface Case {
  readonly facts: RoutingFacts
  readonly at: Date
  /** What the configuration would keep from happening. */
  readonly notes: readonly string[]
}

/** Everything that can fire anywhere: a trigger that is off is known all the same. */
const allOn = ({ config, articleTopics }: PossibleCases): PossibleCases => ({
  config: { ...config, triggers: switchedOn(config.triggers) },
  articleTopics,
})

const switchedOn = (triggers: BatonConfig['triggers']): BatonConfig['triggers'] => {
  const on = <T extends object>(trigger: T): T =>
    'enabled' in trigger ? { ...trigger, enabled: true, exceptOn: [] } : trigger
  const { own, ...builtIn } = triggers
  const entries = Object.entries(builtIn).map(([id, trigger]) => [id, on(trigger)])
  return { ...Object.fromEntries(entries), own: own.map(on) } as BatonConfig['triggers']
}

/** A case as somebody writes it down. @throws {CaseError} with a line for everything that is wrong */
export const readCase = (text: string, cases: PossibleCases, now: Date): Case => {
  const written = parsed(text)
  const problems = schemaProblems(caseSchema, 'case', written)
  if (problems.length > 0) throw new CaseError(problems)
  const given = caseSchema.parse(written)
  const channel = given.channel ?? Object.keys(cases.config.channels)[0] ?? 'standard'
  const faults = faultsOf({ ...given, channel }, cases)
  if (faults.length > 0) throw new CaseError(faults)

  const { language, tier, value, attributes } = given
  const customer = {
    ...(tier !== undefined && { tier }),
    ...(value !== undefined && { value }),
    ...(attributes && { attributes }),
  }
  const fired = withAccount(firedIn(given, allOn(cases)), customer, channel, cases)
  return {
    facts: { fired, channel, ...(language !== undefined && { language }), ...customer },
    at: given.at === undefined ? now : new Date(given.at),
    notes: notesOn(fired, channel, cases),
  }
}

type Given = z.output<typeof caseSchema>

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new CaseError([`case: is not JSON: ${(cause as Error).message}`])
  }
}

const list = (given: string | readonly string[]): readonly string[] => (typeof given === 'string' ? [given] : given)

const firedIn = ({ trigger, topic }: Pick<Given, 'trigger' | 'topic'>, cases: PossibleCases): readonly Finding[] => {
  const all = findingsOn('', cases)
  return list(trigger).flatMap((id) => {
    const known = all.filter((one) => one.trigger === id)
    return known.find((one) => one.topic === topic) ?? known[0] ?? []
  })
}

const faultsOf = (given: Given & { readonly channel: string }, cases: PossibleCases): readonly string[] => {
  const all = findingsOn('', allOn(cases))
  const known = [...new Set(all.map(({ trigger }) => trigger))]
  const channels = Object.keys(channelsSchema.shape)
  const kinds = list(given.trigger).flatMap((id) => all.find(({ trigger }) => trigger === id)?.kind ?? [])
  const topics = [...new Set(all.flatMap(({ topic }) => topic ?? []))]
  return [
    ...list(given.trigger).flatMap((id) => (known.includes(id) ? [] : [problem('case.trigger', id, oneOf(known))])),
    ...(given.kind !== undefined && kinds.length > 0 && !kinds.includes(given.kind)
      ? [problem('case.kind', given.kind, `must be ${kinds[0]}, as its trigger is`)]
      : []),
    ...(given.topic !== undefined && !topics.includes(given.topic)
      ? [problem('case.topic', given.topic, oneOf(topics))]
      : []),
    ...(channels.includes(given.channel) ? [] : [problem('case.channel', given.channel, oneOf(channels))]),
  ]
}

/** Who the customer is fires by itself. */
const withAccount = (
  fired: readonly Finding[],
  customer: Customer,
  channel: string,
  cases: PossibleCases,
): readonly Finding[] => {
  const account = findingsOn(channel, cases).find(({ trigger }) => trigger === accountTrigger)
  const missing =
    account && isHighValue(customer, cases.config) && fired.every((one) => one.trigger !== account.trigger)
  return missing ? [...fired, account] : fired
}

const notesOn = (fired: readonly Finding[], channel: string, cases: PossibleCases): readonly string[] => {
  if (!Object.hasOwn(cases.config.channels, channel)) return [`${channel} is not connected in this configuration`]
  const on = new Set(findingsOn(channel, cases).map(({ trigger }) => trigger))
  return fired.flatMap(({ trigger }) => (on.has(trigger) ? [] : [`${trigger} is switched off on ${channel}`]))
}
