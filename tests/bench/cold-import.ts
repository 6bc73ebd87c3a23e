import { execFile } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { type DoorFolders, type DoorId, folderName, projectFolder } from '#infra/bundle/door-entries.ts'
import { median, rounded } from './median.ts'

export interface ColdImport {
  readonly medianMs: number
  readonly bareMedianMs: number
  /** The door against a bundle of nothing but its SDK clients, median against median of one run. */
  readonly ratio: number
}

const run = promisify(execFile)
const rounds = 15

const clients = {
  dynamo:
    "export { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'; export { DynamoDBClient } from '@aws-sdk/client-dynamodb'",
  sqs: "export { SQSClient } from '@aws-sdk/client-sqs'",
  bedrock: "export { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime'",
  bedrockAgent: "export { BedrockAgentClient } from '@aws-sdk/client-bedrock-agent'",
  secrets: "export { SecretsManagerClient } from '@aws-sdk/client-secrets-manager'",
} as const

const clientsOf: Readonly<Record<DoorId, readonly (keyof typeof clients)[]>> = {
  ReceiveMessage: ['sqs', 'secrets'],
  TakeTurn: ['dynamo', 'sqs', 'bedrock'],
  DeliverMessage: ['dynamo', 'sqs', 'secrets'],
  AgentApi: ['dynamo', 'sqs'],
  Sweep: ['dynamo', 'sqs'],
  Report: ['dynamo'],
  WhatIf: ['dynamo'],
  SyncKnowledge: ['bedrockAgent'],
  ExportTable: ['dynamo'],
}

/** Enough for every door to load; nothing is called. */
const environment = {
  PATH: process.env.PATH,
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: 'none',
  AWS_SECRET_ACCESS_KEY: 'none',
  BATON_TABLE: 'none',
  INBOUND_QUEUE_URL: 'http://127.0.0.1/inbound',
  OUTBOUND_QUEUE_URL: 'http://127.0.0.1/outbound',
  TEAM_QUEUE_URLS: '{}',
  WHAT_IF_QUEUE_URL: 'http://127.0.0.1/what-if.fifo',
  INBOUND_SECRET_IDS: '{}',
  OUTBOUND_SECRET_IDS: '{}',
}

/** Only the door that keeps it up to date: the turn is measured with its index beside it. */
const exported = { TABLE_ARN: 'none', EXPORT_BUCKET: 'none' }
const knowledgeBase = { KNOWLEDGE_BASE_ID: 'NONE000000', DATA_SOURCE_ID: 'NONE000000' }

/** The SDK clients alone, as the SDK ships them: what a door of the usual kind begins with. */
const bareBundle = async (folder: string, door: DoorId): Promise<string> => {
  const outfile = join(folder, `${door}.mjs`)
  await build({
    stdin: { contents: clientsOf[door].map((name) => clients[name]).join('\n'), resolveDir: projectFolder },
    outfile,
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    banner: { js: "import { createRequire as c } from 'node:module'; const require = c(import.meta.url);" },
    logLevel: 'silent',
  })
  return outfile
}

/** Milliseconds to load a door in a new process. */
export const importMs = async (file: string): Promise<number> => {
  const script = `const t = performance.now(); await import(${JSON.stringify(pathToFileURL(file).href)}); process.stdout.write(String(performance.now() - t)); process.exit(0)`
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script], {
    env: { ...environment, ...exported, ...(file.includes(folderName('SyncKnowledge')) && knowledgeBase) },
  })
  return Number(stdout)
}

/** Imports each door in a new process, turn by turn with its bare bundle, so that both meet the same noise. */
export const measureColdImports = async (folders: DoorFolders): Promise<Readonly<Record<string, ColdImport>>> => {
  const folder = join(projectFolder, '.build', 'bare')
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'package.json'), '{"type":"module"}')
  const figures: Record<string, ColdImport> = {}
  for (const door of Object.keys(clientsOf) as DoorId[]) {
    const [own, bare] = [join(folders[door], 'index.mjs'), await bareBundle(folder, door)]
    const [ownMs, bareMs]: [number[], number[]] = [[], []]
    for (let round = 0; round < rounds; round += 1) {
      ownMs.push(await importMs(own))
      bareMs.push(await importMs(bare))
    }
    const [medianMs, bareMedianMs] = [median(ownMs), median(bareMs)]
    figures[door] = {
      medianMs: rounded(medianMs, 1),
      bareMedianMs: rounded(bareMedianMs, 1),
      ratio: rounded(medianMs / bareMedianMs),
    }
  }
  return figures
}
