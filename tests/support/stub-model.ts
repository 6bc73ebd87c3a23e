import { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime'
import { NodeHttpHandler } from '@smithy/node-http-handler'
import { listen } from '#infra/local/http/listen.ts'
import { localCredentials } from './dynamo.ts'

export interface ModelAnswer {
  readonly status?: number
  /** The exception's name, for a refusal. */
  readonly error?: string
  readonly body?: unknown
  /** Never answers. */
  readonly hangs?: boolean
}

export interface StubModel {
  readonly client: BedrockRuntimeClient
  /** The bodies it was called with, in order. */
  readonly calls: unknown[]
  /** What each call was made of: a model, or a guardrail. */
  readonly paths: string[]
  /** Its answers from now on, one after the other; the last one again and again. */
  answers: readonly ModelAnswer[]
  stop(): Promise<void>
}

/** A Converse endpoint that answers what the test tells it to. */
export const startStubModel = async (): Promise<StubModel> => {
  const calls: unknown[] = []
  const paths: string[] = []
  const server = await listen(0, async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const answer = model.answers[Math.min(calls.length, model.answers.length - 1)] ?? {}
    paths.push(decodeURIComponent(request.url ?? ''))
    calls.push(JSON.parse(Buffer.concat(chunks).toString('utf8')))
    if (answer.hangs) return
    const headers = { 'content-type': 'application/json', ...(answer.error && { 'x-amzn-errortype': answer.error }) }
    response.writeHead(answer.status ?? 200, headers).end(JSON.stringify(answer.body ?? {}))
  })
  const client = new BedrockRuntimeClient({
    endpoint: server.url,
    region: 'us-east-1',
    credentials: localCredentials,
    maxAttempts: 1,
    requestHandler: new NodeHttpHandler({ connectionTimeout: 2_000 }),
  })
  const model: StubModel = {
    client,
    calls,
    paths,
    answers: [],
    stop: async () => {
      client.destroy()
      await server.close()
    },
  }
  return model
}

/** A Converse answer that calls the reply tool with this input. */
export const toolAnswer = (input: unknown, stopReason = 'tool_use'): ModelAnswer => ({
  body: {
    output: { message: { role: 'assistant', content: [{ toolUse: { toolUseId: 't-1', name: 'reply', input } }] } },
    stopReason,
    usage: { inputTokens: 1, outputTokens: 1, totalTokens: 2 },
    metrics: { latencyMs: 1 },
  },
})
