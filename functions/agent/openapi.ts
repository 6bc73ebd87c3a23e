import * as z from 'zod/mini'
import type { Operation } from '#shared/lambda/operation.ts'
import { claimSchema } from './claim.ts'
import { leaseSchema } from './heartbeat.ts'
import { attachmentLinkSchema } from './link-attachment.ts'
import { logSchema } from './list-handoffs.ts'
import { lineSchema } from './list-line.ts'
import { mineSchema } from './list-mine.ts'
import { teamsSchema } from './list-teams.ts'
import { operationObject } from './openapi-operation.ts'
import { operations } from './operations.ts'
import type { AgentPorts } from './ports.ts'
import { deskSchema } from './read-desk.ts'
import { conversationSchema } from './shapes/conversation.ts'
import { customerSchema } from './shapes/customer.ts'
import { handoffSchema } from './shapes/handoff.ts'
import { messageSchema } from './shapes/message.ts'
import { problemResponses, problemSchema } from './shapes/problem.ts'
import { reportSchema } from './shapes/report.ts'
import { differencesSchema, whatIfSchema } from './shapes/what-if.ts'

const named = {
  Problem: problemSchema,
  Message: messageSchema,
  Handoff: handoffSchema,
  Claim: claimSchema,
  Lease: leaseSchema,
  Desk: deskSchema,
  Line: lineSchema,
  Teams: teamsSchema,
  Mine: mineSchema,
  Conversation: conversationSchema,
  AttachmentLink: attachmentLinkSchema,
  Log: logSchema,
  WeeklyReport: reportSchema,
  WhatIf: whatIfSchema,
  WhatIfDifferences: differencesSchema,
  Customer: customerSchema,
} as const

const registry = z.registry<{ id: string }>()
for (const [id, schema] of Object.entries(named)) registry.add(schema, { id })

const refOf = (id: string) => `#/components/schemas/${id}`

/** `format` says it; the pattern behind it would fill the page. */
const withoutTimePattern = ({ jsonSchema }: { jsonSchema: z.core.JSONSchema.BaseSchema }): void => {
  if (jsonSchema.format === 'date-time') delete jsonSchema.pattern
}

/** Open to more fields, which the API may add. The schemas with a name of their own; each names the others instead of repeating them. */
const componentSchemas = (): Record<string, unknown> => {
  const { schemas } = z.toJSONSchema(registry, { uri: refOf, io: 'input', override: withoutTimePattern })
  return Object.fromEntries(Object.entries(schemas).map(([id, { $schema, $id, ...schema }]) => [id, schema]))
}

const bySchema = new Map<z.ZodMiniType, string>(Object.entries(named).map(([id, schema]) => [schema, id]))

const schemaOf = (schema: z.ZodMiniType): object => {
  const id = bySchema.get(schema)
  if (id !== undefined) return { $ref: refOf(id) }
  const { $schema, ...written } = z.toJSONSchema(schema, { io: 'output', override: withoutTimePattern })
  return written
}

const pathsOf = (all: readonly Operation<AgentPorts>[]): Record<string, Record<string, unknown>> => {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const operation of all) {
    const [method = '', path = ''] = operation.route.split(' ')
    paths[path] = { ...paths[path], [method.toLowerCase()]: operationObject(operation, schemaOf) }
  }
  return paths
}

const ownOperation = {
  operationId: 'readDocument',
  summary: 'This document',
  security: [],
  responses: { 200: { description: 'OpenAPI 3.1', content: { 'application/json': { schema: { type: 'object' } } } } },
}

/** Written from the schemas that the door validates with. Served to anybody, so nothing of one company is in it. */
export const openApiDocument = () => ({
  openapi: '3.1.0',
  info: {
    title: 'Baton agent API',
    version: '1.0.0',
    description:
      'For the desks of support agents: take the conversation that has lasted longest, answer in its thread, pass it on, finish it. Times are ISO 8601 in UTC; ids are opaque. Errors are problems (RFC 9457) whose `code` tells those of one status apart. Every write may carry an `Idempotency-Key`.',
  },
  security: [{ agent: [] }],
  paths: { ...pathsOf(operations), '/openapi.json': { get: ownOperation } },
  components: {
    securitySchemes: {
      agent: {
        type: 'http',
        scheme: 'bearer',
        bearerFormat: 'JWT',
        description: 'Team ids and the roles supervisor and admin come from the token alone.',
      },
    },
    schemas: componentSchemas(),
    responses: problemResponses(refOf('Problem')),
  },
})
