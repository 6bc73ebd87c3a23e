import { errorName } from './error-name.ts'

/** Where a call belongs, as Lambda says it of each sampled run: `Root=…;Parent=…;Sampled=1`. */
export interface TraceParent {
  readonly root: string
  readonly parent: string
}

/** What a trace is told of one call: names, numbers and times, nothing of what was sent or answered. */
export interface TracedCall {
  readonly service: string
  readonly operation: string
  /** Epoch milliseconds. */
  readonly begun: number
  readonly ended: number
  readonly metadata?: { readonly httpStatusCode?: number; readonly requestId?: string; readonly attempts?: number }
  readonly error?: unknown
  /** The threads that the work is about. */
  readonly correlationIds: readonly string[]
}

const part = (header: string, name: string): string | undefined =>
  new RegExp(`(?:^|;)${name}=([0-9a-f-]+)`).exec(header)?.[1]

/** Nothing where the run is not sampled, and outside of Lambda. */
export const traceParent = (header: string | undefined): TraceParent | undefined => {
  if (header === undefined || part(header, 'Sampled') !== '1') return undefined
  const [root, parent] = [part(header, 'Root'), part(header, 'Parent')]
  return root === undefined || parent === undefined ? undefined : { root, parent }
}

const isThrottle = (status: number | undefined, name: string): boolean =>
  status === 429 || /thrott|throughput/i.test(name)

const outcomeOf = (error: unknown, status: number | undefined): object => {
  if (error === undefined) return {}
  const name = errorName(error)
  // A refused condition is an answer like any other 4xx; what had no answer is a fault.
  const isError = status !== undefined && status >= 400 && status < 500
  return {
    ...(isError ? { error: true } : { fault: true }),
    ...(isThrottle(status, name) && { throttle: true }),
    type: name,
  }
}

/** A subsegment in X-Ray's format; one conversation's is found by `annotation.correlation_id`. */
export const subsegmentOf = (call: TracedCall, { root, parent }: TraceParent, id: string): object => {
  const { httpStatusCode: status, requestId, attempts = 1 } = call.metadata ?? {}
  const { type, ...outcome } = outcomeOf(call.error, status) as { readonly type?: string }
  const [correlationId] = call.correlationIds
  return {
    id,
    trace_id: root,
    parent_id: parent,
    type: 'subsegment',
    namespace: 'aws',
    name: call.service,
    start_time: call.begun / 1_000,
    end_time: call.ended / 1_000,
    aws: {
      operation: call.operation,
      ...(requestId !== undefined && { request_id: requestId }),
      retries: attempts - 1,
    },
    ...(status !== undefined && { http: { response: { status } } }),
    ...outcome,
    annotations: {
      ...(correlationId !== undefined && { correlation_id: correlationId }),
      ...(type !== undefined && { error: type }),
    },
  }
}
