import { Readable } from 'node:stream'
import type { HttpHandlerOptions, HttpRequest } from '@smithy/types'
import { type Attempt, type CallPath, quoted, type Reply } from './simulated-calls.ts'
import { TableError } from './table/table-error.ts'

/** What stands where an SDK's client would open a socket. */
export interface SimulatedHandler {
  handle(request: HttpRequest, options?: HttpHandlerOptions): Promise<{ response: SimulatedResponse }>
  destroy(): void
  readonly metadata: { readonly handlerProtocol: string }
  updateHttpClientConfig(): void
  httpHandlerConfigs(): Record<string, never>
}

export interface SimulatedResponse {
  readonly statusCode: number
  readonly headers: Record<string, string>
  readonly body: Uint8Array | Readable
}

export interface SimulatedService {
  readonly service: Attempt['service']
  readonly limitMs: number
  readonly operationOf: (request: HttpRequest) => string
  /** @throws for an answer of 400 that is the service's own */
  readonly answer: (operation: string, body: unknown, signal: AbortSignal | undefined) => Promise<unknown> | unknown
  readonly errorName: (fault: 'throttled' | 'failing') => string
  /** @default 400, as of the services that speak JSON */
  readonly throttledStatus?: number
}

const wire = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Reply => ({
  status,
  headers,
  // A text is an answer as it is, readable or not.
  body: typeof body === 'string' ? body : JSON.stringify(body),
})

/** By the service's own clock, to the second. */
const servedAt = (): string => new Date(Date.now()).toUTCString()

const refused = (code: string, message: string, more: object = {}): Reply =>
  wire(400, { __type: code, message, ...more }, { 'x-amzn-errortype': code })

const textOf = (body: unknown): string =>
  typeof body === 'string' ? body : new TextDecoder().decode(body as Uint8Array)

/** Answers a client's requests from memory, by the way of every call. */
export const simulatedHandler = (calls: CallPath, of: SimulatedService): SimulatedHandler => ({
  metadata: { handlerProtocol: 'http/1.1' },
  destroy: () => undefined,
  updateHttpClientConfig: () => undefined,
  httpHandlerConfigs: () => ({}),
  handle: async (request, { abortSignal } = {}) => {
    const operation = of.operationOf(request)
    const signal = abortSignal as AbortSignal | undefined
    const body: unknown = JSON.parse(textOf(request.body) || '{}')
    const reply = await calls.make({
      service: of.service,
      operation,
      callId: request.headers['amz-sdk-invocation-id'],
      limitMs: of.limitMs,
      abortSignal: signal,
      input: body,
      answer: async () => {
        try {
          return wire(200, await of.answer(operation, body, signal), { date: servedAt() })
        } catch (error) {
          return failure(error)
        }
      },
      refusal: (fault) => {
        if (fault === 'failing')
          return { ...refused(of.errorName(fault), `made to fail: ${quoted(body)}`), status: 500 }
        if (fault === 'throttled')
          return {
            ...refused(of.errorName(fault), `made to be throttled: ${quoted(body)}`),
            status: of.throttledStatus ?? 400,
          }
        return cancelled(fault.slice('cancelled-'.length), body)
      },
    })
    return {
      response: {
        statusCode: reply.status,
        headers: { 'content-type': 'application/x-amz-json-1.0', ...reply.headers },
        body: reply.dripping ? dripping(reply.body, signal) : Buffer.from(reply.body),
      },
    }
  },
})

/** Ends with its client's patience. */
const dripping = (body: string, signal: AbortSignal | undefined): Readable => {
  const bytes = async function* () {
    for (const byte of Buffer.from(body)) {
      await new Promise((resolve) => setTimeout(resolve, 1_000))
      yield Buffer.of(byte)
    }
  }
  const stream = Readable.from(bytes())
  signal?.addEventListener('abort', () => stream.destroy(Object.assign(new Error('aborted'), { code: 'ECONNRESET' })))
  return stream
}

const failure = (error: unknown): Reply => {
  if (error instanceof TableError) return refused(error.code, error.message, reasonsOf(error))
  if (error instanceof Error && 'code' in error) return refused(String(error.code), error.message)
  throw error
}

const reasonsOf = ({ code, reasons }: TableError): object => {
  if (code === 'ConditionalCheckFailedException') return { Item: reasons?.[0]?.Item }
  return reasons ? { CancellationReasons: reasons } : {}
}

const cancelled = (reason: string, body: unknown): Reply => {
  const items = (body as { readonly TransactItems?: readonly unknown[] }).TransactItems ?? []
  const CancellationReasons = items.map((_, at) => ({ Code: at === 0 ? reason : 'None' }))
  return refused('TransactionCanceledException', `Transaction cancelled [${reason}] ${quoted(items)}`, {
    CancellationReasons,
  })
}
