import * as z from 'zod/mini'
import { bedrockAgentClient } from '#shared/knowledge/bedrock-ingestion.ts'
import { doorLog } from '#shared/lambda/door-log.ts'
import { nameSchema, readEnv } from '#shared/lambda/read-env.ts'
import { systemPorts } from '#shared/lambda/system-ports.ts'
import { openSyncKnowledge } from './open-sync-knowledge.ts'

const env = readEnv(z.object({ KNOWLEDGE_BASE_ID: nameSchema, DATA_SOURCE_ID: nameSchema }))

export const handler = openSyncKnowledge({
  ...doorLog(),
  system: systemPorts,
  bedrock: bedrockAgentClient(),
  knowledgeBaseId: env.KNOWLEDGE_BASE_ID,
  dataSourceId: env.DATA_SOURCE_ID,
})
