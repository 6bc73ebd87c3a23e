import type { DeployedConfig } from '../config/read-config.ts'
import { type BriefCustomer, writeBrief } from '../handoff/brief.ts'
import type { Handoff } from '../handoff/handoff.ts'
import { verificationsOf } from '../handoff/verification.ts'
import type { RoutingFacts } from '../routing/facts.ts'
import { headStartMs } from '../routing/head-start.ts'
import { type Route, route } from '../routing/route.ts'
import { findingsOf, ruledBy } from '../routing/ruled-by.ts'
import { handoffIdOf } from '../thread/ids.ts'
import { lastSenderOf } from '../thread/thread-state.ts'
import { vouchedValues } from '../thread/vouching.ts'
import { surenessOf } from '../triggers/outside-knowledge.ts'
import type { Fired } from '../triggers/trigger.ts'
import type { Decision, OpenTurn } from './turn.ts'
import { turnBasis } from './turn-basis-of.ts'

export interface HandoffFacts {
  readonly turn: OpenTurn
  readonly deployed: DeployedConfig
}

/** Where the conversation goes, by whom it is asked for, and how much older than it is it counts there. */
export interface Routed extends Route {
  readonly facts: RoutingFacts
  readonly headStartMs: number
}

export const routeOf = (facts: HandoffFacts, decision: Decision & { kind: 'hand-off' }): Routed => {
  const { turn, deployed } = facts
  const { config } = deployed
  const given = routingFacts(turn, decision.fired, articleTopic(decision, deployed))
  return {
    ...route(given, config, new Date(turn.now)),
    // Decided at the conversation's first handoff, for good: a place that changed would be no order.
    headStartMs: turn.thread.headStartMs ?? headStartMs(given, config),
    facts: given,
  }
}

/** What the best article is about, where it comes near: of what nothing answers, the closest article tells nothing. */
const articleTopic = ({ passages }: Decision & { kind: 'hand-off' }, { config }: DeployedConfig): string | undefined =>
  surenessOf(passages[0]) >= config.triggers['outside-knowledge'].floor ? passages[0]?.topic : undefined

const routingFacts = (
  { customer, language, thread }: OpenTurn,
  fired: readonly Fired[],
  articleTopic: string | undefined,
): RoutingFacts => ({
  fired: findingsOf(fired, articleTopic),
  channel: thread.address.channel,
  language,
  ...(customer?.tier !== undefined && { tier: customer.tier }),
  ...(customer?.value !== undefined && { value: customer.value }),
  ...(customer?.attributes && { attributes: customer.attributes }),
})

const briefCustomer = ({ thread, customer }: OpenTurn, config: DeployedConfig['config']): BriefCustomer => {
  const { customerId, customerName, vouchings, address } = thread
  const vouched = vouchedValues(vouchings)
  const { account = customer?.account } = vouched
  return {
    ...(customerId !== undefined && { id: customerId }),
    ...(customerName !== undefined && {
      name: customerName,
      nameFrom: customer?.name === customerName ? 'profile' : 'channel',
    }),
    ...(customer?.tier !== undefined && { tier: customer.tier }),
    ...(account !== undefined && { account }),
    verified: { ...customer?.verified, ...vouched },
    verifications: verificationsOf({
      vouchings,
      customer,
      channel: address.channel,
      senderId: lastSenderOf(thread) ?? '',
      config,
    }),
  }
}

/** The record of this passing-on, with the brief that the agent reads first. */
export const handoffOf = (
  { turn, deployed }: HandoffFacts,
  decision: Decision & { kind: 'hand-off' },
  routed: Routed,
): Handoff => {
  const { thread, customer, now, language } = turn
  const [first] = decision.fired
  const ref = { threadId: thread.threadId, openedAt: now, n: thread.handoffs + 1 }
  const nearest = articleTopic(decision, deployed)
  const topic = first.topic ?? nearest
  const { customerId } = thread
  return {
    ...ref,
    id: handoffIdOf(ref),
    conversationId: thread.conversationId,
    status: 'waiting',
    epoch: thread.epoch + 1,
    startedAt: thread.startedAt,
    ...(routed.headStartMs > 0 && { headStartMs: routed.headStartMs }),
    team: routed.team,
    teamSince: now,
    rule: routed.rule,
    kind: first.kind,
    trigger: first.trigger,
    reason: `${first.kind === 'topic' ? 'Flagged topic' : 'Failure'}: ${first.reason}`,
    ...(topic !== undefined && { topic }),
    fired: decision.fired,
    configVersion: deployed.version,
    language,
    channel: thread.address.channel,
    ...(customerId !== undefined && { customerId }),
    ...ruledBy(routed.facts, nearest, deployed.config),
    brief: writeBrief({
      customer: briefCustomer(turn, deployed.config),
      ...(customer && { profile: customer }),
      transcript: [...turn.history, ...turn.added],
      passages: decision.passages,
      fired: decision.fired,
      lookedUp: decision.records ?? [],
      language,
      // The newest messages are read, the thread counts them all.
      whole: turn.history.length + turn.added.length >= thread.messages,
      ...(decision.wish !== undefined && { wish: decision.wish }),
      now,
    }),
    basis: { ...turnBasis(turn, deployed), ...decision.basis },
    claims: 0,
    releases: 0,
    declines: 0,
    expiries: 0,
    transfers: 0,
    overflows: 0,
    attemptId: '',
  }
}
