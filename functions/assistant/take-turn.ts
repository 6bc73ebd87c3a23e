import { readFileSync } from 'node:fs'
import * as z from 'zod/mini'
import { bedrockClient } from '#shared/assistant/bedrock-client.ts'
import { laterFiles } from '#shared/attachment/later-files.ts'
import { dynamoTable } from '#shared/aws/dynamo-table.ts'
import { sqsClient } from '#shared/aws/sqs-queue.ts'
import { namedChannelSecrets } from '#shared/channel/secrets-channel-secrets.ts'
import { readConfig } from '#shared/config/read-config.ts'
import { laterSink } from '#shared/handoff/tell-at-once.ts'
import { laterKnowledge } from '#shared/knowledge/later-knowledge.ts'
import { minisearchKnowledge } from '#shared/knowledge/minisearch-knowledge.ts'
import { doorLog } from '#shared/lambda/door-log.ts'
import { nameSchema, namesSchema, readEnv } from '#shared/lambda/read-env.ts'
import { systemPorts } from '#shared/lambda/system-ports.ts'
import { traced } from '#shared/log/xray-calls.ts'
import { laterCaller } from '#shared/tool/tool-callers.ts'
import { hasExamples, listenWith } from '#shared/triggers/own-listen.ts'
import { openPhraseBook } from '#shared/triggers/phrase-book.ts'
import { openRepeats } from '#shared/triggers/repeated/open-repeats.ts'
import { openTakeTurn } from './open-take-turn.ts'

const env = readEnv(
  z.object({
    BATON_TABLE: nameSchema,
    OUTBOUND_QUEUE_URL: nameSchema,
    TEAM_QUEUE_URLS: namesSchema,
    /** Where a provider is asked who writes, or for files. */
    PROVIDER_SECRET_IDS: z.optional(namesSchema),
    /** Of the company's own tools that are at a URL. */
    TOOL_SECRET_IDS: z.optional(namesSchema),
    /** Of the company's resolver. */
    RESOLVER_SECRET_ID: z.optional(nameSchema),
    ATTACHMENT_BUCKET: z.optional(nameSchema),
    EVENT_BUS: z.optional(nameSchema),
    /** Where the articles are searched elsewhere than beside the door. */
    KNOWLEDGE_BASE_ID: z.optional(nameSchema),
  }),
)
const deployed = readConfig(new URL('./config.json', import.meta.url))

const beside = (name: string): Buffer => readFileSync(new URL(`./${name}`, import.meta.url))

const bus = env.EVENT_BUS
const openBus = async (name: string) => (await import('#shared/handoff/eventbridge-open.ts')).openSink(name)
const bucket = env.ATTACHMENT_BUCKET
const openBucket = async (name: string) => (await import('#shared/attachment/s3-open.ts')).openFiles(name)

const doorsLog = doorLog()
const { bedrock: settings } = deployed.config.knowledge
const askBase = async (knowledgeBaseId: string) =>
  (await import('#shared/knowledge/bedrock-open.ts')).openKnowledge({ knowledgeBaseId, settings, log: doorsLog.log })
const base = env.KNOWLEDGE_BASE_ID

const table = dynamoTable(env.BATON_TABLE)
traced('DynamoDB', table.client)

export const handler = openTakeTurn({
  ...doorsLog,
  system: systemPorts,
  deployed,
  table,
  sqs: traced('SQS', sqsClient()),
  bedrock: traced('Bedrock', bedrockClient()),
  outboundQueueUrl: env.OUTBOUND_QUEUE_URL,
  teamQueueUrls: env.TEAM_QUEUE_URLS,
  events: bus === undefined ? undefined : laterSink(() => openBus(bus)),
  attachments: bucket === undefined ? undefined : laterFiles(() => openBucket(bucket)).store,
  functions: laterCaller(async () => (await import('#shared/tool/lambda-open.ts')).openFunctions(systemPorts.clock)),
  ...(env.TOOL_SECRET_IDS && { toolSecretsOf: namedChannelSecrets(env.TOOL_SECRET_IDS) }),
  ...(env.RESOLVER_SECRET_ID && {
    resolverSecrets: namedChannelSecrets({ resolver: env.RESOLVER_SECRET_ID })('resolver'),
  }),
  secretsOf: namedChannelSecrets(env.PROVIDER_SECRET_IDS ?? {}),
  knowledge:
    base === undefined
      ? minisearchKnowledge(JSON.parse(beside('knowledge.json').toString()))
      : laterKnowledge(() => askBase(base)),
  ears: {
    listen: listenWith(
      beside('triggers.bin'),
      hasExamples(deployed.config.triggers) ? beside('own-topics.bin') : undefined,
    ),
    recognise: openPhraseBook(JSON.parse(beside('phrases.json').toString())),
    repeats: openRepeats(() => JSON.parse(beside('repeats.json').toString())),
  },
})
