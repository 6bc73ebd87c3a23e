import { z } from 'zod'

export type Json = Record<string, unknown>

export interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required: boolean
  readonly schema: Json
}

export interface DocumentedOperation {
  readonly operationId: string
  readonly route: string
  readonly statuses: readonly string[]
  readonly parameters: readonly Parameter[]
  /** Of a JSON body. */
  readonly body: Json | undefined
  /** Behind a token. */
  readonly guarded: boolean
}

export interface DocumentedReply {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
}

interface Media {
  readonly content?: Readonly<Record<string, { readonly schema: Json }>>
}
interface Response extends Media {
  readonly $ref?: string
  readonly headers?: Readonly<Record<string, { readonly required?: boolean }>>
}
interface Written {
  readonly operationId: string
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: Media
  readonly responses: Readonly<Record<string, Response>>
  readonly security?: readonly unknown[]
}
export interface ApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Written>>>>
  readonly components: { readonly schemas: Json; readonly responses: Readonly<Record<string, Response>> }
}

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

/** Makes a judge of a JSON schema: what is wrong with a value; empty when nothing is. */
export const judgeOf = (schema: Json, $defs: unknown = {}) => {
  const read = z.fromJSONSchema({ ...(closed(schema) as Json), $defs } as never)
  return (value: unknown): readonly string[] =>
    read.safeParse(value).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? []
}

const operationsOf = (document: ApiDocument): readonly DocumentedOperation[] =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId, responses, parameters = [], requestBody, security }]) => ({
      operationId,
      route: `${method.toUpperCase()} ${path}`,
      statuses: Object.keys(responses),
      parameters,
      body: requestBody?.content?.['application/json']?.schema,
      guarded: security === undefined || security.length > 0,
    })),
  )

/** The document as clients read it, and a judge over every answer it describes. */
export const readApiDocument = (document: ApiDocument) => {
  const operations = operationsOf(document)
  const $defs = closed(document.components.schemas)
  const judges = new Map<string, ReturnType<typeof judgeOf>>()

  const responseOf = (operationId: string, status: number): Response | undefined => {
    const written = Object.values(document.paths).flatMap((methods) => Object.values(methods))
    const response = written.find((one) => one.operationId === operationId)?.responses[status]
    return response?.$ref ? document.components.responses[response.$ref.split('/').at(-1) ?? ''] : response
  }
  const judge = (name: string, schema: Json) => {
    const found = judges.get(name) ?? judgeOf(schema, $defs)
    judges.set(name, found)
    return found
  }

  /** What is wrong with an answer, by the document's own description of it; empty when nothing is. */
  const faultsOf = (operationId: string, { status, headers, text }: DocumentedReply): readonly string[] => {
    const response = responseOf(operationId, status)
    if (!response) return [`status: ${status} is not documented`]
    const missing = Object.entries(response.headers ?? {})
      .filter(([name, { required }]) => required && headers[name] === undefined)
      .map(([name]) => `headers: ${name} is missing`)
    if (!response.content) return text === '' ? missing : [...missing, `body: ${status} is documented without one`]
    const type = headers['content-type']?.split(';')[0] ?? 'none'
    const documented = response.content[type]
    if (!documented) return [...missing, `content type: ${type} is not documented for ${status}`]
    if (!type.endsWith('json')) return missing
    const wrong = judge(`${operationId} ${status} ${type}`, documented.schema)(JSON.parse(text))
    return [...missing, ...wrong.map((one) => `schema: ${one}`)]
  }
  return { operations, faultsOf }
}

export type ReadDocument = ReturnType<typeof readApiDocument>
