import * as z from 'zod/mini'

export const problemSchema = z.object({
  type: z.literal('about:blank'),
  title: z.string(),
  status: z.int(),
  /** Tells the problems of one status apart, such as `at-capacity`. */
  code: z.string(),
  detail: z.optional(z.string()),
  /** The request, as our log names it. */
  instance: z.optional(z.string()),
})

const described: Readonly<Record<number, readonly [name: string, description: string]>> = {
  400: ['BadRequest', 'Something in the request is not as documented; `detail` says what is allowed'],
  401: ['Unauthorized', 'No token, or one that is not good here'],
  403: ['Forbidden', 'Needs another role'],
  404: ['NotFound', 'Unknown, or not of your teams: which of the two is not said'],
  409: [
    'Conflict',
    'Somebody else holds it, or nobody; your lease ended; you are at capacity; or the claimId is spent',
  ],
  410: ['Gone', 'Closed, or back with the assistant'],
  413: ['TooLarge', 'The body is over 256 KiB'],
  415: ['UnsupportedMediaType', 'The body is not application/json'],
  429: ['TooManyRequests', 'More requests a second than the API lets through'],
  500: ['ServerError', 'Our fault; nothing was written, or it was and a repeat with the same key finds it'],
  503: ['Busy', 'Many at once: the same request may succeed after `retry-after` seconds'],
}

export const problemName = (status: number): string => described[status]?.[0] ?? `Problem${status}`

/** API Gateway answers these itself as well, before or instead of the door, with a body of its own. */
const ofGateway: readonly number[] = [401, 413, 429, 500, 503]

const bodyOf = (status: number, schema: object): object =>
  ofGateway.includes(status)
    ? { content: { 'application/problem+json': { schema }, 'application/json': { schema: { type: 'object' } } } }
    : { content: { 'application/problem+json': { schema } } }

export const problemResponses = (ref: string): Record<string, object> =>
  Object.fromEntries(
    Object.entries(described).map(([status, [name, description]]) => [
      name,
      {
        description,
        ...bodyOf(Number(status), { $ref: ref }),
        ...(status === '503' && { headers: { 'retry-after': { schema: { type: 'integer' } } } }),
      },
    ]),
  )
