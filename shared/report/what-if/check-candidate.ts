import { checkConfig } from '../../config/check-config.ts'
import type { BatonConfig, OwnTopic } from '../../config/config.ts'
import { configVersion } from '../../config/config-version.ts'
import { ConfigError } from '../../config/errors.ts'
import { oneOf } from '../../config/problem.ts'
import { noticePlaceholders } from '../../handoff/notice-keys.ts'
import { CandidateError } from '../errors.ts'
import type { Candidate } from './job.ts'
import { type Json, mergePatch } from './merge-patch.ts'

/** What a turn is decided by; overflows and head starts may name teams, and so have to go with them. */
const tried: readonly string[] = ['triggers', 'routing', 'teams', 'defaultTeam', 'overflow', 'headStart']

/** Names of the articles' topics are not known here: whichever a rule names is taken for one. */
const topicsNamed = ({ routing, overflow, headStart }: Readonly<Record<string, unknown>>): readonly string[] =>
  [routing, overflow, headStart].flatMap((rules) =>
    Array.isArray(rules)
      ? rules.flatMap((rule) => (Array.isArray(rule?.when?.topic) ? rule.when.topic.map(String) : []))
      : [],
  )

const taught = (topics: readonly OwnTopic[]): string =>
  JSON.stringify(
    topics.flatMap(({ id, examples, counterexamples }) =>
      examples.length > 0 ? [[id, examples, counterexamples]] : [],
    ),
  )

/**
 * The deployed configuration with the changes that somebody wants to try: an RFC 7396 merge patch of its sections. Held to all
 * that a deployment would hold it to, but for wordings and articles.
 *
 * @throws {CandidateError}
 */
export const checkCandidate = (deployed: BatonConfig, patch: Readonly<Record<string, Json>>): Candidate => {
  const strangers = Object.keys(patch).filter((section) => !tried.includes(section))
  if (strangers.length > 0)
    throw new CandidateError(strangers.map((section) => `${section}: cannot be tried: ${oneOf(tried)}`))
  // Wordings are no part of it, and ours would be taken for the company's own.
  const { notices, ...sections } = deployed
  const merged = mergePatch(sections as unknown as Json, patch) as Readonly<Record<string, unknown>>
  const { triggers, routing, teams, defaultTeam } = checked(merged)
  if (taught(triggers.own) !== taught(deployed.triggers.own))
    throw new CandidateError([
      'triggers.own: examples are learned at deployment: must be as deployed; npm run what-if learns and tries others',
    ])
  const config = { triggers, routing, teams, defaultTeam }
  return { config, version: configVersion(config) }
}

const checked = (merged: Readonly<Record<string, unknown>>): BatonConfig => {
  // Models, channels and prices are as deployed.
  const isPriced = () => true
  const articles = { count: 1, topics: topicsNamed(merged), faults: [] }
  try {
    return checkConfig(merged, { articlesIn: () => articles, isPriced, notices: noticePlaceholders }).config
  } catch (error) {
    if (error instanceof ConfigError) throw new CandidateError(error.problems)
    throw error
  }
}
