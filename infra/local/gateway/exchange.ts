import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import type { AwsCall } from '../iam/access-requests.ts'

/** One call as it came over the wire, and what it was answered. */
export interface Exchange {
  /** A function's name such as `TakeTurn`, or `operator`. */
  readonly caller: string
  readonly call: AwsCall
  readonly request: {
    readonly method: string
    readonly path: string
    readonly headers: Readonly<Record<string, string>>
    readonly body: string
  }
  /** Undefined where the connection ended before it was whole. */
  readonly answer?: Answer
}

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** Sees every call that a function makes to AWS. */
export type ExchangeObserver = (exchange: Exchange) => void

type HeaderValues = OutgoingHttpHeaders | IncomingMessage['headers']

const flat = (headers: HeaderValues): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name.toLowerCase(), `${value}`]])),
  )

/** What is written to a response, without changing it. Told once, when nothing more will be. */
const overhear = (response: ServerResponse, tell: (answer: Answer | undefined) => void) => {
  const { writeHead, write, end } = response
  const chunks: Buffer[] = []
  let headers: HeaderValues = {}
  const keep = (chunk: unknown) => {
    if (typeof chunk === 'string' || chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk))
  }
  response.writeHead = (...given: [number, ...unknown[]]) => {
    headers = (given.at(-1) as HeaderValues | undefined) ?? {}
    return Reflect.apply(writeHead, response, given)
  }
  response.write = (...given: unknown[]) => {
    keep(given[0])
    return Reflect.apply(write, response, given)
  }
  response.end = (...given: unknown[]) => {
    keep(given[0])
    return Reflect.apply(end, response, given)
  }
  response.on('close', () => {
    const body = Buffer.concat(chunks).toString('utf8')
    tell(response.writableFinished ? { status: response.statusCode, headers: flat(headers), body } : undefined)
  })
}

/** Tells an observer of a call once it has been answered, or once nobody waits for the answer any more. */
export const observeExchange = (
  observe: ExchangeObserver,
  { caller, call }: Pick<Exchange, 'caller' | 'call'>,
  { method = '', url = '', headers }: IncomingMessage,
  body: Buffer,
  response: ServerResponse,
): void => {
  const request = { method, path: url, headers: flat(headers), body: body.toString('utf8') }
  overhear(response, (answer) => observe({ caller, call, request, ...(answer && { answer }) }))
}
