import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { type ConverseRequest, converseResponse, whyInvalid } from './converse.ts'
import { applyGuardrail, stopsRequest } from './guardrail.ts'
import { behaviours, type Mood, sendJson } from './moods.ts'

export interface ModelStandIn {
  /** For AWS_ENDPOINT_URL_BEDROCK_RUNTIME. */
  readonly url: string
  setMood(mood: Mood): void
  /** The newest requests, oldest first, valid ones only. */
  requests(): readonly ConverseRequest[]
  close(): Promise<void>
}

const converseRoute = /^\/model\/([^/]+)\/converse$/
const guardrailRoute = /^\/guardrail\/[^/]+\/version\/[^/]+\/apply$/
const requestsKept = 1_000

const readRequest = async (modelId: string, incoming: IncomingMessage): Promise<ConverseRequest | undefined> => {
  try {
    return { ...JSON.parse((await buffer(incoming)).toString('utf8')), modelId }
  } catch {
    return undefined
  }
}

const refuse = (response: ServerResponse, message: string) =>
  sendJson(response, 400, { message }, 'ValidationException')

/**
 * A stand-in for Amazon Bedrock on this machine: it speaks Converse over HTTP/1.1 and is no language model. It answers
 * with sentences of the passages in the request, and its mood can be set to fail in the ways a real model does.
 */
export const startModelStandIn = async ({ port = 0 }: { readonly port?: number } = {}): Promise<ModelStandIn> => {
  const requests: ConverseRequest[] = []
  let mood: Mood = 'normal'
  let turn = 0

  const answer = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (incoming.method === 'POST' && guardrailRoute.test(incoming.url ?? ''))
      return sendJson(response, 200, applyGuardrail((await buffer(incoming)).toString('utf8')))
    const modelId = converseRoute.exec(incoming.url ?? '')?.[1]
    if (incoming.method !== 'POST' || modelId === undefined)
      return sendJson(response, 404, { message: 'the stand-in speaks Converse only' }, 'UnknownOperationException')
    const request = await readRequest(decodeURIComponent(modelId), incoming)
    if (!request) return refuse(response, 'The request body is not valid JSON.')
    const fault = whyInvalid(request)
    if (fault) return refuse(response, fault)
    requests.push(request)
    if (requests.length > requestsKept) requests.shift()
    if (stopsRequest(request))
      return sendJson(response, 200, converseResponse(request, [{ text: 'Stopped.' }], 'guardrail_intervened'))
    behaviours[mood](request, response, turn++)
  }

  const server = createServer((incoming, response) => {
    answer(incoming, response).catch((error: Error) =>
      sendJson(response, 500, { message: error.message }, 'InternalServerException'),
    )
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    setMood: (next) => {
      mood = next
      turn = 0
    },
    requests: () => requests,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
