import { type Answered, placedIn, saidIn, timesAnswered } from './answered.ts'
import { joinByAskedAgain } from './asked-again.ts'
import type { Case, NearArticle } from './case.ts'
import { nameOf, samplesOf } from './choose.ts'
import { type Group, groupOf, groupQuestions, isCoherent } from './group.ts'
import { joinByOwnWord } from './heads.ts'
import { mergeGroups } from './merge.ts'
import { type Distinct, type Said, type Space, spaceOf } from './vectors.ts'
import { type Evidence, evidenceOf, isCause, type Verdict, verdictOf } from './verdict.ts'

export interface ClusterArticle extends NearArticle {
  /** Of the cluster's handoffs, those that had it nearest. */
  readonly nearestTo: number
}

export interface Cluster {
  /** In a customer's own words. */
  readonly name: string
  readonly verdict: Verdict
  readonly evidence: Evidence
  readonly handoffs: number
  /** Of all failure handoffs in which something was asked. */
  readonly share: number
  readonly before: number
  readonly languages: Readonly<Record<string, number>>
  /** Those that several customers share: the model names them by what was written. */
  readonly topics: Readonly<Record<string, number>>
  readonly triggers: Readonly<Record<string, number>>
  /** Median, where at least one was handled. */
  readonly handleSeconds?: number
  /** Handoffs times the median handle time: what it costs the desk, and what clusters are ranked by. */
  readonly workSeconds: number
  readonly samples: readonly { readonly text: string; readonly language: string; readonly handoffId: string }[]
  /** Confidence: the median. */
  readonly articles: readonly ClusterArticle[]
}

export interface Clusters {
  /** Content gaps and missing integrations, those that cost the most first. */
  readonly causes: readonly Cluster[]
  /** Asked alike, yet no gap of the knowledge's: an article answers it, or nothing was looked up. */
  readonly others: readonly Cluster[]
  /** Too few or too unlike each other to be called anything. */
  readonly scattered: number
  /** Nothing was asked but for a person. */
  readonly unasked: number
}

export interface ClusterFacts {
  readonly cases: readonly Case[]
  /** From then on it is the period; what is older is the one before. */
  readonly from: number
  readonly answered?: Answered
}

const leastHandoffs = 5
const leastConversations = 4
/** Of the failures in which something was asked: what one in two hundred asks is not where automation ends. */
const leastShare = 0.005

const median = (values: readonly number[]): number | undefined =>
  values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(values.length / 2) - 1)]

const counted = (values: readonly (string | undefined)[]): Readonly<Record<string, number>> => {
  const counts = new Map<string, number>()
  for (const value of values) if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1)
  return Object.fromEntries([...counts].toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)))
}

const articlesOf = (cases: readonly Case[]): readonly ClusterArticle[] => {
  const byUrl = Map.groupBy(
    cases.flatMap(({ articles }) => articles.slice(0, 1)),
    ({ url }) => url,
  )
  return [...byUrl]
    .map(
      ([url, found]): ClusterArticle => ({
        title: found[0]?.title ?? '',
        url,
        confidence: median(found.map(({ confidence }) => confidence)) ?? 0,
        nearestTo: found.length,
      }),
    )
    .toSorted((a, b) => b.nearestTo - a.nearestTo || (a.url < b.url ? -1 : 1))
    .slice(0, 3)
}

/** The part of a group that is of the period itself. */
const present = ({ members }: Group, from: number): Group =>
  groupOf(
    members.flatMap((member): Distinct[] => {
      const cases = member.cases.filter(({ at }) => at >= from)
      return cases.length > 0 ? [{ ...member, cases }] : []
    }),
  )

const isNamed = (group: Group, asked: number): boolean => {
  const conversations = new Set(group.members.flatMap(({ cases }) => cases.map(({ conversationId }) => conversationId)))
  return group.size >= Math.max(leastHandoffs, asked * leastShare) && conversations.size >= leastConversations
}

const sharedTopics = (cases: readonly Case[]): Readonly<Record<string, number>> => {
  const conversations = Map.groupBy(cases, ({ topic }) => topic)
  const isShared = (topic: string | undefined) =>
    new Set(conversations.get(topic)?.map(({ conversationId }) => conversationId)).size >= leastConversations
  return counted(cases.map(({ topic }) => (isShared(topic) ? topic : undefined)))
}

interface Measured {
  readonly group: Group
  readonly before: number
  readonly asked: number
  readonly usualFloor: number
  /** Times that it was answered; absent where that is not known. */
  readonly answered?: number
}

const clusterOf = ({ group, before, asked, usualFloor, answered }: Measured): Cluster => {
  const cases = group.members.flatMap((member) => member.cases)
  const failedOfAsked = answered === undefined ? undefined : cases.length / (cases.length + answered)
  const evidence = evidenceOf(cases, usualFloor, failedOfAsked)
  const handleSeconds = median(cases.flatMap((one) => one.handleSeconds ?? []))
  return {
    name: nameOf(group),
    verdict: verdictOf(evidence),
    evidence,
    handoffs: cases.length,
    share: cases.length / asked,
    before,
    languages: counted(cases.map(({ language }) => language)),
    topics: sharedTopics(cases),
    triggers: counted(cases.map(({ trigger }) => trigger)),
    ...(handleSeconds !== undefined && { handleSeconds }),
    workSeconds: cases.length * (handleSeconds ?? 0),
    samples: samplesOf(group),
    articles: articlesOf(cases),
  }
}

const ranked = (clusters: readonly Cluster[]): readonly Cluster[] =>
  clusters.toSorted((a, b) => b.workSeconds - a.workSeconds || b.handoffs - a.handoffs || (a.name < b.name ? -1 : 1))

/** By what is said, then by a word of their own, then by who asked again. */
export const groupFailures = (space: Space, said: readonly Said[]): readonly Group[] => {
  const alike = mergeGroups(groupQuestions(space.questions), space).filter(isCoherent)
  return joinByAskedAgain(joinByOwnWord(alike, space, said))
}

/** Failure handoffs of two periods by what was asked; what is counted is of the later one. */
export const clusterFailures = ({ cases, from, answered }: ClusterFacts): Clusters => {
  const said = answered ? saidIn(answered) : []
  const each = answered?.each ?? 0
  const space = spaceOf(cases, said)
  const placed = answered ? placedIn(space, answered) : []
  const all = groupFailures(space, said)
  const now = cases.filter(({ at }) => at >= from)
  const held = space.questions.flatMap((question) => question.cases).filter(({ at }) => at >= from)
  const usualFloor = median(cases.flatMap(({ floor }) => floor ?? [])) ?? 0.5
  const named = all
    .map((group) => ({ whole: group, group: present(group, from) }))
    .filter(({ group }) => isNamed(group, held.length))
  const groups = named.map(({ group }) => group)
  const times = answered && timesAnswered(groups, placed, each)
  const clusters = ranked(
    named.map(({ whole, group }, at) =>
      clusterOf({
        group,
        before: whole.size - group.size,
        asked: held.length,
        usualFloor,
        ...(times && { answered: times[at] ?? 0 }),
      }),
    ),
  )
  return {
    causes: clusters.filter(({ verdict }) => isCause(verdict)),
    others: clusters.filter(({ verdict }) => !isCause(verdict)),
    scattered: held.length - clusters.reduce((sum, { handoffs }) => sum + handoffs, 0),
    unasked: now.length - held.length,
  }
}
