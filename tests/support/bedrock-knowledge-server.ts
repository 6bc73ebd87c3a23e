import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import type { BedrockAgentRuntimeClient } from '@aws-sdk/client-bedrock-agent-runtime'
import type { JsonObject } from '#infra/local/json.ts'
import { retrieveFrom } from '#infra/local/knowledge/retrieve.ts'
import { cautiousCalibration } from '#shared/config/knowledge-schema.ts'
import { bedrockKnowledgeClient } from '#shared/knowledge/bedrock-knowledge-client.ts'
import { compilePassages, readPassages } from '#shared/knowledge/compile.ts'
import type { contractArticles } from './knowledge-contract.ts'

/** One answer of the wire; without one the server stays silent. */
export interface WireAnswer {
  readonly status?: number
  /** The exception's name, as Bedrock's header carries it. */
  readonly error?: string
  readonly body?: object
}

export type Answering = (input: JsonObject, call: number) => WireAnswer | undefined | Promise<WireAnswer | undefined>

export interface KnowledgeServer {
  readonly client: BedrockAgentRuntimeClient
  /** The bodies as they came. */
  readonly asked: readonly JsonObject[]
  close(): Promise<void>
}

const path = '/knowledgebases/KB12345678/retrieve'

/** What AWS's own model of Retrieve would refuse. */
const shapeFault = (input: JsonObject): string | undefined => {
  const { retrievalQuery, retrievalConfiguration, ...others } = input as Record<string, Record<string, unknown>>
  const query = retrievalQuery?.text
  const count = (retrievalConfiguration?.vectorSearchConfiguration as { numberOfResults?: number })?.numberOfResults
  if (Object.keys(others).some((name) => name !== 'nextToken')) return `unknown member ${Object.keys(others)}`
  if (typeof query !== 'string' || query.length === 0 || query.length > 1_000) return 'retrievalQuery.text'
  if (!query.isWellFormed()) return 'half a character'
  if (typeof count !== 'number' || count < 1 || count > 100) return 'numberOfResults'
  return undefined
}

const answerWith = (out: ServerResponse, { status = 200, error, body = {} }: WireAnswer): void => {
  out.writeHead(status, { 'content-type': 'application/json', ...(error && { 'x-amzn-errortype': error }) })
  out.end(JSON.stringify(body))
}

/** Speaks Retrieve's wire on this machine, to the real client; a request of another shape is refused as Bedrock would. */
export const startKnowledgeServer = async (answering: Answering): Promise<KnowledgeServer> => {
  const asked: JsonObject[] = []
  const handle = async (incoming: IncomingMessage, out: ServerResponse) => {
    const input = JSON.parse(await text(incoming)) as JsonObject
    asked.push(input)
    const signed = incoming.headers.authorization?.includes('/us-east-1/bedrock/aws4_request')
    const fault = incoming.method === 'POST' && incoming.url === path && signed ? shapeFault(input) : 'not Retrieve'
    const answer = fault
      ? { status: 400, error: 'ValidationException', body: { message: fault } }
      : await answering(input, asked.length)
    if (answer) answerWith(out, answer)
  }
  const server = createServer((incoming, out) => {
    handle(incoming, out).catch(() => out.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const client = bedrockKnowledgeClient({
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    region: 'us-east-1',
    credentials: { accessKeyId: 'recorded', secretAccessKey: 'recorded' },
  })
  return {
    client,
    asked,
    close: async () => {
      client.destroy()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** Answers as a knowledge base that holds these articles. */
export const holding = (articles: typeof contractArticles): Answering => {
  const folder = mkdtempSync(join(tmpdir(), 'knowledge-server-'))
  for (const { file, text } of articles) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  const retrieve = retrieveFrom(compilePassages(readPassages(folder)), cautiousCalibration)
  rmSync(folder, { recursive: true })
  return async (input) => ({ body: await retrieve(input) })
}
