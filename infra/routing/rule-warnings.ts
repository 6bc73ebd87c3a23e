import { dirname, resolve } from 'node:path'
import type { BatonConfig } from '#shared/config/config.ts'
import type { PossibleCases } from '#shared/routing/cases.ts'
import { surveyOf } from '#shared/routing/dead-rules.ts'
import { deadRuleLines } from '#shared/routing/why-dead.ts'
import { surveyArticles } from '../survey-articles.ts'

/** A configuration with what its articles are about; its path says where they lie. */
export const possibleCases = (config: BatonConfig, path: string): PossibleCases => {
  const { topics } = surveyArticles(resolve(dirname(path), config.knowledge.folder))
  return { config, articleTopics: [...new Set(topics)] }
}

/** One line for each rule that can never fire: a warning, since nothing is lost by it. */
export const ruleWarnings = (config: BatonConfig, path: string, from = new Date()): readonly string[] =>
  deadRuleLines(surveyOf(config, possibleCases(config, path).articleTopics, from))
