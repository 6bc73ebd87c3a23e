import type { DynamoTable } from './dynamo-table.ts'

/** The header that bears it is in whole seconds, and may be a moment old: nearer than this, the own clock is right. */
const toleranceMs = 1_000
const secondMs = 1_000
/** No clock is off by more: whoever says so, somewhere on the way, does not know the time, and places in line would be made of it. */
const farthestMs = 3_600_000

/**
 * The door's clock, put right by the table's own: leases and places in line are compared between doors, so they all go
 * by the one clock that they share. Each answer bounds how far off the own clock can be; it is moved only when it lies
 * outside of these bounds.
 */
export const dynamoClock = ({ client }: Pick<DynamoTable, 'client'>, own: () => number): (() => number) => {
  let offsetMs = 0
  client.middlewareStack.add(
    (next) => async (request) => {
      const sentAt = own()
      const answer = await next(request)
      offsetMs = correctedOffset(offsetMs, { sentAt, servedAt: servedAt(answer.response), receivedAt: own() })
      return answer
    },
    { step: 'deserialize', priority: 'low', name: 'dynamoClock', override: true },
  )
  return () => own() + offsetMs
}

interface Heard {
  readonly sentAt: number
  /** By the table's clock, its second's beginning; not a number where an answer does not say. */
  readonly servedAt: number
  readonly receivedAt: number
}

const correctedOffset = (offsetMs: number, { sentAt, servedAt, receivedAt }: Heard): number => {
  const least = servedAt - receivedAt
  const most = servedAt + secondMs - sentAt
  if (Math.abs(least) > farthestMs) return offsetMs
  const isOutside = offsetMs < least - toleranceMs || offsetMs > most + toleranceMs
  return isOutside ? Math.round((least + most) / 2) : offsetMs
}

const servedAt = (response: unknown): number => {
  const { headers } = response as { readonly headers?: Readonly<Record<string, string>> }
  return Date.parse(headers?.date ?? '')
}
