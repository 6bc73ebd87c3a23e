import type { BatonConfig, HeadStartRule } from '../config/config.ts'
import type { RoutingFacts } from './facts.ts'
import { type Unmet, unmetBy } from './unmet.ts'

type HeadStartConfig = Pick<BatonConfig, 'headStart'>

export interface ExplainedHeadStart {
  readonly rule: HeadStartRule
  readonly unmet: readonly Unmet[]
}

const minuteMs = 60_000

/**
 * By how much older than it is a conversation counts in a line: the first rule that holds says it. Asked once, at the
 * conversation's first handoff, so that a place in a line never changes.
 */
export const headStartMs = (facts: RoutingFacts, config: HeadStartConfig): number =>
  (config.headStart.find((rule) => unmetHeadStart(rule, facts).length === 0)?.minutes ?? 0) * minuteMs

export const explainHeadStart = (facts: RoutingFacts, config: HeadStartConfig): readonly ExplainedHeadStart[] =>
  config.headStart.map((rule) => ({ rule, unmet: unmetHeadStart(rule, facts) }))

/** No rule of these speaks of hours: whoever comes while a team is away keeps their place all the same. */
const unmetHeadStart = ({ when }: HeadStartRule, facts: RoutingFacts) => unmetBy(when, facts, true)
