import type { IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import { LambdaClient } from '@aws-sdk/client-lambda'
import type { ChannelSecrets } from '#shared/channel/channel.ts'
import type { Network } from '#shared/channel/media/fetch-pinned.ts'
import { signatureOf } from '#tests/support/signed-request.ts'
import { simulatedHandler } from './request-handlers.ts'
import type { CallPath, Reply } from './simulated-calls.ts'
import { usual } from './simulated-cloud.ts'
import { clientLimits } from './stack-doors.ts'

/** The company's own tools, at a URL and as functions. */
export interface SimulatedTools {
  readonly toolSecretsOf: (tool: string) => ChannelSecrets
  readonly toolNetwork: Network
  readonly clientIn: (region: string) => LambdaClient
}

/** What a tool is told. */
export interface ToolDocument {
  readonly data: {
    readonly id: string
    readonly tool: string
    readonly conversation: { readonly id: string }
    readonly customer?: { readonly id: string; readonly verified: Readonly<Record<string, string>> }
    readonly input: Readonly<Record<string, unknown>>
  }
}

const look = { type: 'object', properties: { order: { type: 'string' } }, required: ['order'] } as const

/** One of each kind: safe and at a URL, and not safe and a function. */
export const declaredTools = [
  {
    name: 'look_up_order',
    description: 'Looks up one order of the customer.',
    phrases: ['my order'],
    input: look,
    target: { url: 'https://tools.example.com/orders', secret: true as const },
    safe: true,
  },
  {
    name: 'hold_parcel',
    description: 'Has one parcel of the customer held at its shop.',
    phrases: ['my parcel'],
    input: look,
    target: { lambda: 'arn:aws:lambda:eu-west-1:123456789012:function:hold-parcel:live' },
    safe: false,
  },
]

const secret = `whsec_${Buffer.from('the secret of the company’s tool.').toString('base64')}`

const isSigned = (headers: Readonly<Record<string, string>>, body: string): boolean =>
  headers['webhook-signature'] ===
  signatureOf({ secret, body, timestamp: headers['webhook-timestamp'] ?? '', id: headers['webhook-id'] ?? '' })

/** Says whose data it told: told to somebody else, it is seen. */
const answerTo = ({ data: { input, customer } }: ToolDocument): object => ({
  order: input.order,
  status: 'shipped',
  of: customer?.id ?? 'nobody',
})

async function* bytesOf({ body, dripping }: Reply) {
  if (!dripping) yield Buffer.from(body)
  else
    for (const byte of Buffer.from(body)) {
      await new Promise((resolve) => setTimeout(resolve, 1_000))
      yield Buffer.of(byte)
    }
}

const responseOf = (reply: Reply): IncomingMessage =>
  Object.assign(Readable.from(bytesOf(reply)), { statusCode: reply.status }) as unknown as IncomingMessage

const read = async () => ({ signing: [secret] })

export const simulatedTools = (calls: () => CallPath): SimulatedTools => ({
  toolSecretsOf: () => ({ read, renewed: read }),
  toolNetwork: {
    resolve: async () => ['93.184.215.14'],
    open: async (_url, _addresses, { headers, body = '', signal }) =>
      responseOf(
        await calls().make({
          service: 'tool',
          operation: 'POST',
          callId: undefined,
          limitMs: clientLimits.tool.requestMs,
          abortSignal: signal,
          input: JSON.parse(body),
          answer: () =>
            isSigned(headers, body)
              ? { status: 200, body: JSON.stringify(answerTo(JSON.parse(body))) }
              : { status: 401, body: '' },
          refusal: (fault) => ({ status: fault === 'throttled' ? 429 : 500, body: '' }),
        }),
      ),
  },
  clientIn: (region) =>
    new LambdaClient({
      ...usual,
      region,
      maxAttempts: clientLimits.lambda.maxAttempts,
      requestHandler: simulatedHandler(
        { make: (attempt) => calls().make(attempt) },
        {
          service: 'lambda',
          limitMs: clientLimits.lambda.requestMs,
          operationOf: () => 'Invoke',
          answer: (_, body) => answerTo(body as ToolDocument),
          errorName: (fault) => (fault === 'throttled' ? 'TooManyRequestsException' : 'ServiceException'),
          throttledStatus: 429,
        },
      ),
    }),
})
