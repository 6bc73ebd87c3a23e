import { z } from 'zod'
import { openApiDocument } from '#functions/agent/openapi.ts'

type Json = Record<string, unknown>

interface Documented {
  readonly operationId: string
  readonly route: string
  readonly statuses: readonly string[]
}

const document = JSON.parse(JSON.stringify(openApiDocument())) as {
  paths: Record<string, Record<string, { operationId: string; responses: Record<string, Json> }>>
  components: { schemas: Json; responses: Record<string, Json> }
}

export const documentedOperations: readonly Documented[] = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, { operationId, responses }]) => ({
    operationId,
    route: `${method.toUpperCase()} ${path}`,
    statuses: Object.keys(responses),
  })),
)

/** Refs lead into `$defs`, and no object takes a field that is not documented: clients may be surprised, tests may not. */
const closed = (schema: unknown): unknown => {
  if (Array.isArray(schema)) return schema.map(closed)
  if (typeof schema !== 'object' || schema === null) return schema
  const fields: Json = Object.fromEntries(Object.entries(schema).map(([name, value]) => [name, closed(value)]))
  if (typeof fields.$ref === 'string') fields.$ref = fields.$ref.replace('#/components/schemas/', '#/$defs/')
  return fields.type === 'object' && fields.properties && fields.additionalProperties === undefined
    ? { ...fields, additionalProperties: false }
    : fields
}

const $defs = closed(document.components.schemas)

const responseOf = (operationId: string, status: number): Json => {
  for (const methods of Object.values(document.paths))
    for (const operation of Object.values(methods)) {
      const response = operation.operationId === operationId ? operation.responses[status] : undefined
      if (!response) continue
      const name = typeof response.$ref === 'string' ? response.$ref.split('/').at(-1) : undefined
      return (name === undefined ? response : document.components.responses[name]) as Json
    }
  throw new Error(`${operationId} is not documented to answer ${status}`)
}

/** What is wrong with an answer, by the document's own schema for it; empty when nothing is. */
export const faultsOf = (
  operationId: string,
  { status, headers, text }: { status: number; headers: Readonly<Record<string, string>>; text: string },
): readonly string[] => {
  const content = responseOf(operationId, status).content as Record<string, { schema: Json }> | undefined
  if (!content) return text === '' ? [] : [`${status} is documented without a body`]
  const type = headers['content-type']?.split(';')[0] ?? 'none'
  const documented = content[type]
  if (!documented) return [`${type} is not documented for ${status}`]
  if (!type.endsWith('json')) return []
  const schema = z.fromJSONSchema({ ...(closed(documented.schema) as Json), $defs } as never)
  const read = schema.safeParse(JSON.parse(text))
  return read.success ? [] : read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
}
