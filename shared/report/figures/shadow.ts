import type { TriggerConfig } from '../../config/config.ts'
import { type RoutingConfig, route } from '../../routing/route.ts'
import { type Counts, countBy } from './counts.ts'
import type { Entry, Span } from './entry.ts'
import type { ShadowFinding } from './shadow-log.ts'
import { type ShadowSample, shadowSamples } from './shadow-samples.ts'
import type { Talks } from './talks.ts'
import { type Handled, handledTimes } from './work.ts'

/** By what became of the stretches in which it would have acted: from the beginning, or a return, to the next handoff or the end. */
export interface ShadowCounts {
  readonly fired: number
  /** Nobody was handed off. */
  readonly added: number
  /** Somebody was, at a later turn. */
  readonly earlier: number
  /** Somebody was, at the same turn. */
  readonly same: number
}

/** What a trigger would have added to one team. */
export interface ShadowLoad {
  readonly team: string
  readonly handoffs: number
  /** Of what the team handled, of all where it was fewer than five. */
  readonly medianSeconds: number
  readonly seconds: number
}

/** A trigger in shadow beside what happened. */
export interface ShadowFigures {
  readonly trigger: string
  readonly now: ShadowCounts
  readonly before: ShadowCounts
  /** Of those that come earlier: how many turns, and how often. */
  readonly turnsEarlier: Counts
  readonly load: readonly ShadowLoad[]
  readonly samples: readonly ShadowSample[]
}

export type ShadowConfig = RoutingConfig & { readonly triggers: TriggerConfig }

/** A stretch in which it would have acted, at its first turn that says so. */
export interface ShadowStretch {
  readonly finding: ShadowFinding
  /** 0 at the same turn; absent where nobody was handed off. */
  readonly turnsEarlier?: number
}

export interface ShadowFacts {
  readonly findings: readonly ShadowFinding[]
  readonly talks: Talks
  /** Of the span. */
  readonly entries: readonly Entry[]
  readonly config: ShadowConfig
  readonly span: Span
  readonly before: Span
}

/** The places of a conversation's turns, and of the handoff that ended the stretch of each. */
const placesIn = (talks: Talks, conversationId: string) => {
  const turns = (talks.get(conversationId)?.turns ?? []).toSorted((a, b) => a.at - b.at)
  const ends = turns.flatMap(({ did }, place) => (did === 'handed-off' ? [place] : []))
  return ({ at }: ShadowFinding) => {
    const place = turns.findIndex((turn) => turn.at === at)
    return { place, end: ends.find((end) => end >= place) }
  }
}

const stretchesIn = (findings: readonly ShadowFinding[], placeOf: ReturnType<typeof placesIn>): ShadowStretch[] => {
  const first = new Map<number | undefined, ShadowStretch>()
  for (const finding of findings.toSorted((a, b) => a.at - b.at)) {
    const { place, end } = placeOf(finding)
    if (!first.has(end)) first.set(end, { finding, ...(end !== undefined && { turnsEarlier: end - place }) })
  }
  return [...first.values()]
}

/** Each stretch once, the oldest first. */
export const shadowStretches = (findings: readonly ShadowFinding[], talks: Talks): readonly ShadowStretch[] =>
  [...Map.groupBy(findings, ({ conversationId }) => conversationId)]
    .flatMap(([id, own]) => stretchesIn(own, placesIn(talks, id)))
    .toSorted((a, b) => a.finding.at - b.finding.at || (a.finding.conversationId < b.finding.conversationId ? -1 : 1))

const within = (stretches: readonly ShadowStretch[], { from, to }: Span): readonly ShadowStretch[] =>
  stretches.filter(({ finding: { at } }) => at >= from && at < to)

const countsOf = (stretches: readonly ShadowStretch[]): ShadowCounts => {
  const added = stretches.filter(({ turnsEarlier }) => turnsEarlier === undefined).length
  const same = stretches.filter(({ turnsEarlier }) => turnsEarlier === 0).length
  return { fired: stretches.length, added, earlier: stretches.length - added - same, same }
}

const loadOf = (stretches: readonly ShadowStretch[], config: ShadowConfig, handled: Handled): readonly ShadowLoad[] => {
  const added = stretches.filter(({ turnsEarlier }) => turnsEarlier === undefined)
  const teams = countBy(added, ({ finding: { facts, at } }) => route(facts, config, new Date(at)).team)
  return Object.entries(teams).map(([team, handoffs]) => {
    const medianSeconds = handled.medianOf((entry) => entry.team === team)
    return { team, handoffs, medianSeconds, seconds: handoffs * medianSeconds }
  })
}

const inShadow = ({ own, ...builtIn }: TriggerConfig): readonly string[] => [
  ...Object.entries(builtIn).flatMap(([name, one]) =>
    typeof one === 'object' && 'shadow' in one && one.shadow === true ? [name] : [],
  ),
  ...own.flatMap(({ id, shadow }) => (shadow ? [id] : [])),
]

/** Each trigger that is in shadow, or fired there in the span, the one that would have added the most first. */
export const shadowOf = ({ findings, talks, entries, config, span, before }: ShadowFacts): readonly ShadowFigures[] => {
  const handled = handledTimes(entries)
  const byTrigger = Map.groupBy(findings, ({ trigger }) => trigger)
  const figuresOf = (trigger: string): ShadowFigures => {
    const all = shadowStretches(byTrigger.get(trigger) ?? [], talks)
    const now = within(all, span)
    const earlier = now.flatMap(({ turnsEarlier = 0 }) => (turnsEarlier > 0 ? [turnsEarlier] : []))
    return {
      trigger,
      now: countsOf(now),
      before: countsOf(within(all, before)),
      turnsEarlier: countBy(earlier, String),
      load: loadOf(now, config, handled),
      samples: shadowSamples(now),
    }
  }
  const configured = inShadow(config.triggers)
  return [...new Set([...configured, ...byTrigger.keys()])]
    .map(figuresOf)
    .filter(({ trigger, now, before: then }) => now.fired + then.fired > 0 || configured.includes(trigger))
    .toSorted((a, b) => b.now.added - a.now.added || (a.trigger < b.trigger ? -1 : 1))
}
