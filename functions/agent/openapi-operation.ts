import type * as z from 'zod/mini'
import type { Documented, Operation } from '#shared/lambda/operation.ts'
import type { AgentPorts } from './ports.ts'
import { problemName } from './shapes/problem.ts'

type SchemaOf = (schema: z.ZodMiniType) => object

interface ObjectSchema {
  readonly properties?: Readonly<Record<string, object>>
  readonly required?: readonly string[]
}

/** Refusals that any operation may give: a body is too large also where none is asked for. */
const anyOperation = [400, 401, 413, 429, 500, 503] as const

const idempotencyKey = {
  name: 'idempotency-key',
  in: 'header',
  required: false,
  description: 'The same key again is the same request: it is carried out once.',
  schema: { type: 'string', pattern: '^[\\x21-\\x7e]{1,128}$' },
}

const parametersIn = (place: 'path' | 'query', schema: z.ZodMiniType | undefined, schemaOf: SchemaOf): object[] => {
  if (!schema) return []
  const { properties = {}, required = [] } = schemaOf(schema) as ObjectSchema
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    // A default makes a field required of the answer, not of the request.
    required: required.includes(name) && !('default' in property),
    schema: property,
  }))
}

const contentOf = ({ schema, example, otherForms = {} }: Documented, schemaOf: SchemaOf): object =>
  schema
    ? {
        content: {
          'application/json': { schema: schemaOf(schema), ...(example !== undefined && { example }) },
          ...Object.fromEntries(
            Object.entries(otherForms).map(([type, form]) => [
              type,
              { schema: { type: 'string', description: form.description }, example: form.example },
            ]),
          ),
        },
      }
    : {}

/** Told by every answer that is about one conversation, problems included. */
const correlationId = {
  'x-correlation-id': {
    description: "The thread's id, by which every log line about it is found",
    schema: { type: 'string', pattern: '^[0-9a-f]{24}$' },
  },
}

const isAboutOne = (route: string, status: string): boolean =>
  / \/(handoffs|conversations)\//.test(route) || (route.endsWith('/claim') && status === '200')

const responsesOf = (
  { route, answers, problems }: Operation<AgentPorts>,
  schemaOf: SchemaOf,
): Record<string, object> => ({
  ...Object.fromEntries(
    Object.entries(answers).map(([status, answer]) => [
      status,
      {
        description: answer.description,
        ...(isAboutOne(route, status) && { headers: correlationId }),
        ...contentOf(answer, schemaOf),
      },
    ]),
  ),
  ...Object.fromEntries(
    [...anyOperation, ...problems].map((status) => [status, { $ref: `#/components/responses/${problemName(status)}` }]),
  ),
})

/** One operation as OpenAPI writes it. */
export const operationObject = (operation: Operation<AgentPorts>, schemaOf: SchemaOf): object => {
  const { operationId, summary, description, role, route, path, query, body, bodyExample, keyInBody } = operation
  const keyed = !route.startsWith('GET ') && !keyInBody
  const needs = role && `Needs the role ${role === 'supervisor' ? 'supervisor or admin' : role}.`
  return {
    operationId,
    summary,
    ...((description ?? needs) && { description: [description, needs].filter(Boolean).join(' ') }),
    parameters: [
      ...parametersIn('path', path, schemaOf),
      ...parametersIn('query', query, schemaOf),
      ...(keyed ? [idempotencyKey] : []),
    ],
    ...(body && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: schemaOf(body), example: bodyExample } },
      },
    }),
    responses: responsesOf(operation, schemaOf),
  }
}
