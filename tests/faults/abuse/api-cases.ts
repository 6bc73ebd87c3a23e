import fc from 'fast-check'
import type { AgentRequest } from '#tests/support/agent-event.ts'
import type { DocumentedOperation, Json, Parameter } from '#tests/support/api-document.ts'
import { type Broken, breaks, brokenOf, valid } from './schema-values.ts'

type Unsigned = Omit<AgentRequest, 'token'>

/** A request that is as documented, or is not in one thing. */
export interface Case {
  /** Absent: as documented. */
  readonly broken?: string
  readonly request: Unsigned
}

/** By a parameter's name, and of a route: values that mean something, among all that are well-formed. */
export type Known = Readonly<Record<string, readonly unknown[]>>

/** Only a page's own `next` is one. */
const opaque = 'after'

const place = (at: Parameter['in'], { parameters }: DocumentedOperation): readonly Parameter[] =>
  parameters.filter((parameter) => parameter.in === at && parameter.name !== opaque)

/** Mostly what is known under this name. */
const knownOr = (known: readonly unknown[] | undefined, any: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  known ? fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...known) }, { weight: 1, arbitrary: any }) : any

const texts = (parameters: readonly Parameter[], known: Known): fc.Arbitrary<Record<string, string>> =>
  fc.record(
    Object.fromEntries(
      parameters.map(({ name, schema }) => [name, knownOr(known[name], valid(schema)).map((value) => String(value))]),
    ),
    { requiredKeys: parameters.filter(({ required }) => required).map(({ name }) => name) },
  ) as fc.Arbitrary<Record<string, string>>

const bodies = (body: Json | undefined, known: Known): fc.Arbitrary<unknown> => {
  if (!body) return fc.constant(undefined)
  const names = Object.keys((body.properties as Json | undefined) ?? {}).filter((name) => known[name])
  const meant = fc.record(Object.fromEntries(names.map((name) => [name, fc.constantFrom(...(known[name] ?? []))])))
  const sound = valid(body) as fc.Arbitrary<Json>
  return fc.oneof({ weight: 3, arbitrary: fc.tuple(sound, meant).map(([all, some]) => ({ ...all, ...some })) }, sound)
}

/** Requests as documented. */
export const soundRequests = (operation: DocumentedOperation, known: Known): fc.Arbitrary<Unsigned> =>
  fc
    .record({
      path: texts(place('path', operation), known),
      query: texts(place('query', operation), known),
      headers: texts(place('header', operation), known),
      body: bodies(operation.body, known),
    })
    .map(({ path, query, headers, body }) => ({
      route: operation.route,
      path,
      headers,
      ...(Object.keys(query).length > 0 && { query }),
      ...(body !== undefined && { body }),
    }))

const largest = 300_000
const wholeNumber = /^\d{1,9}$/

/** Everything in a path, a query and a header is a text; what reads like what is asked for is not broken. */
const brokenTexts = ({ schema }: Parameter): readonly Broken[] =>
  brokenOf(schema, 'x').flatMap(({ how, value }) => {
    const text = (typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value)).toWellFormed()
    const read = schema.type === 'integer' && wholeNumber.test(text) ? Number(text) : text
    return breaks(schema, read) ? [{ how, value: text }] : []
  })

const brokenParameters = (operation: DocumentedOperation, sound: Unsigned): readonly Case[] => {
  const put = (at: 'path' | 'query' | 'headers', { name }: Parameter, { how, value }: Broken): Case => ({
    broken: `${at} ${name}: ${how}`,
    request: { ...sound, [at]: { ...sound[at], [name]: String(value) } },
  })
  const all = (at: 'path' | 'query' | 'headers', which: Parameter['in']) =>
    place(which, operation).flatMap((parameter) => brokenTexts(parameter).map((broken) => put(at, parameter, broken)))
  return [...all('path', 'path'), ...all('query', 'query'), ...all('headers', 'header')]
}

const brokenQueries = (sound: Unsigned, { parameters }: DocumentedOperation): readonly Case[] => {
  const names = ['bogus', '__proto__', 'constructor', 'team[]', '']
  const cursors = parameters.some(({ name }) => name === opaque) ? ['x', '', 'AAAA', '../..', '🙂'] : []
  return [
    ...names.map((name) => ({
      broken: `query: ${name}`,
      request: { ...sound, query: { ...sound.query, [name]: '1' } },
    })),
    ...cursors.map((value) => ({
      broken: `query: after: ${value}`,
      request: { ...sound, query: { ...sound.query, [opaque]: value } },
    })),
  ]
}

const rawBodies = [
  '',
  '{',
  '[]',
  'null',
  '"text"',
  '7',
  '{"a":1}{',
  '{"claimId":"c",}',
  '['.repeat(40),
  '\ufeff{}',
  "{'a':1}",
]
const types = [
  '',
  'text/plain',
  'application/x-www-form-urlencoded',
  'application/json-patch+json',
  'multipart/form-data',
]

const brokenBodies = ({ body }: DocumentedOperation, sound: Unsigned): readonly Case[] =>
  (body
    ? [
        ...brokenOf(body, sound.body).map(({ how, value }) => ({
          broken: `body: ${how}`,
          request: { ...sound, body: JSON.stringify(value) },
        })),
        ...rawBodies.map((text) => ({ broken: `body: ${text.slice(0, 20)}`, request: { ...sound, body: text } })),
        ...types.map((type) => ({
          broken: `content-type: ${type}`,
          request: { ...sound, headers: { ...sound.headers, 'content-type': type } },
        })),
      ]
    : []
  ).concat([{ broken: 'body: too large', request: { ...sound, body: JSON.stringify('x'.repeat(largest)) } }])

/** Every way in which one thing about this request can be wrong. */
export const brokenRequests = (operation: DocumentedOperation, sound: Unsigned): readonly Case[] => [
  ...brokenParameters(operation, sound),
  ...brokenQueries(sound, operation),
  ...brokenBodies(operation, sound),
]
