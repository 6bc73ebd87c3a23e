import { z } from 'zod'
import { checkAlarms } from './check-alarms.ts'
import { checkAuth, checkChannels } from './check-connections.ts'
import { checkConsole } from './check-console.ts'
import { checkIdentity } from './check-identity.ts'
import { checkCallers, checkModel } from './check-model.ts'
import { checkNotices, type Placeholders } from './check-notices.ts'
import { checkRetention } from './check-retention.ts'
import { checkDefaultTeam, checkHeadStart, checkOverflow, checkRouting, type Names } from './check-routing.ts'
import { checkTeams } from './check-teams.ts'
import { checkTools } from './check-tools.ts'
import { checkBands, checkExceptions, checkFloors, checkOwnTopics } from './check-triggers.ts'
import type { BatonConfig } from './config.ts'
import {
  configSchema,
  headStartRuleSchema,
  overflowRuleSchema,
  routingRuleSchema,
  teamSchema,
} from './config-schema.ts'
import { configVersion } from './config-version.ts'
import { ConfigError } from './errors.ts'
import { oneOf, problem } from './problem.ts'
import type { DeployedConfig } from './read-config.ts'
import { schemaProblems } from './schema-problems.ts'
import { soundEntries } from './sound-entries.ts'
import { toolSchema } from './tool-schema.ts'
import { ownTopicSchema, triggersSchema } from './triggers-schema.ts'

export interface ArticleSurvey {
  readonly count: number
  readonly topics: readonly string[]
  /** One line per article that cannot be used, beginning with its path in the folder. */
  readonly faults: readonly string[]
  /** The same of articles that Bedrock's store could not keep whole. @default there are none */
  readonly unfit?: readonly string[]
}

/** What lies outside the configuration and yet decides whether it holds. */
export interface Surroundings {
  readonly articlesIn: (folder: string) => ArticleSurvey
  readonly notices: Placeholders
  /** Whether it is known what a model costs. */
  readonly isPriced: (model: string) => boolean
}

type Written = Readonly<Record<string, unknown>>

const sections = Object.entries(configSchema.shape) as readonly [string, z.ZodType][]
const builtInTriggers = Object.keys(triggersSchema.shape).filter((key) => key !== 'own')

/** Checks everything and tells everything that is wrong. @throws {ConfigError} */
export const checkConfig = (input: unknown, surroundings: Surroundings): DeployedConfig => {
  const written: Written = typeof input === 'object' && input !== null ? { ...input } : {}
  const strangers = Object.keys(written).filter((key) => !Object.hasOwn(configSchema.shape, key))
  const problems = [
    ...strangers.map((key) => `${key}: is not a field: ${oneOf(Object.keys(configSchema.shape))}`),
    ...sections.flatMap(([key, schema]) => schemaProblems(schema, key, writtenOr(schema, written[key]))),
    ...problemsBetweenFields(written, surroundings),
  ]
  if (problems.length > 0) throw new ConfigError(problems)
  const config = configSchema.parse(written)
  return { config, version: configVersion(config) }
}

/** A section left out is told by the fields it must have: "model.id: is missing" says more than "must be an object". */
const writtenOr = (schema: z.ZodType, value: unknown): unknown =>
  value === undefined && schema instanceof z.ZodObject ? {} : value

const problemsBetweenFields = (written: Written, around: Surroundings): readonly string[] => {
  const sound = soundSections(written)
  const articles = sound.knowledge && around.articlesIn(sound.knowledge.folder)
  const names = namesIn(written, articles?.topics)
  return [
    ...checkTeams(soundEntries(teamSchema, written.teams)),
    ...(sound.defaultTeam ? checkDefaultTeam(sound.defaultTeam, names) : []),
    ...checkRouting(soundEntries(routingRuleSchema, written.routing), names),
    ...checkOverflow(soundEntries(overflowRuleSchema, written.overflow), names),
    ...checkHeadStart(soundEntries(headStartRuleSchema, written.headStart), names),
    ...(sound.triggers
      ? [
          ...checkFloors(sound.triggers),
          ...checkBands(sound.triggers),
          ...checkExceptions(sound.triggers, names.channels),
        ]
      : []),
    ...checkOwnTopics(soundEntries(ownTopicSchema, writtenOwn(written)), builtInTriggers),
    ...(sound.channels ? checkChannels(sound.channels) : []),
    ...(sound.auth ? checkAuth(sound.auth) : []),
    ...(sound.console && sound.auth ? checkConsole(sound.console, sound.auth) : []),
    ...(sound.model ? checkModel(sound.model) : []),
    ...(sound.model && sound.tools ? checkCallers(sound.model, sound.tools) : []),
    ...(sound.model && sound.alarms ? checkAlarms(sound.alarms, sound.model, around.isPriced) : []),
    ...(sound.retention ? checkRetention({ retention: sound.retention }) : []),
    ...(sound.identity ? checkIdentity(sound.identity, names.channels) : []),
    ...checkTools(soundEntries(toolSchema, written.tools)),
    ...(sound.notices ? checkNotices(sound.notices, around.notices, names) : []),
    ...(sound.knowledge && articles ? checkKnowledge(sound.knowledge, articles) : []),
  ]
}

/** Sections that are sound in themselves: what is wrong inside one is told once, by its schema. */
const soundSections = (written: Written): Partial<BatonConfig> =>
  Object.fromEntries(
    sections.flatMap(([key, schema]) => {
      const { success, data } = schema.safeParse(written[key])
      return success ? [[key, data]] : []
    }),
  )

/** Names count although their section has another fault, so that one fault is not told as many. */
const namesIn = (written: Written, articleTopics: readonly string[] | undefined): Names => {
  const own = soundEntries(z.object({ id: z.string() }), writtenOwn(written)).map(([, topic]) => topic.id)
  const triggers = [...builtInTriggers, ...own]
  const teams = Object.keys(written.teams ?? {})
  return {
    teams: teams.length > 0 ? teams : undefined,
    triggers,
    topics: articleTopics && [...new Set([...triggers, ...articleTopics])],
    channels: Object.keys(written.channels ?? {}),
  }
}

const writtenOwn = (written: Written): unknown => (written.triggers as { own?: unknown } | undefined)?.own

const checkKnowledge = (
  { folder, store }: BatonConfig['knowledge'],
  { count, faults, unfit = [] }: ArticleSurvey,
): readonly string[] =>
  count === 0
    ? [
        problem(
          'knowledge.folder',
          folder,
          'must be a folder with Markdown articles, found from where the configuration lies',
        ),
      ]
    : [...faults, ...(store === 'bedrock' ? unfit : [])].map((fault) => `knowledge.folder: ${folder}/${fault}`)
