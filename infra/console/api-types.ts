/** JSON Schema as zod writes it, and no more of it. */
interface Schema {
  readonly $ref?: string
  readonly type?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Schema[]
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | Schema
}

interface Parameter {
  readonly name: string
  readonly in: string
  readonly required: boolean
  readonly schema: Schema
}

interface Content {
  readonly content?: Readonly<Record<string, { readonly schema: Schema }>>
}

interface Operation {
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: Content
  readonly responses: Readonly<Record<string, Content & { readonly $ref?: string }>>
}

export interface ApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>
    readonly responses: Readonly<Record<string, Content>>
  }
}

const scalars: Readonly<Record<string, string>> = {
  string: 'string',
  number: 'number',
  integer: 'number',
  boolean: 'boolean',
  null: 'null',
}

const quoted = (name: string): string => (/^[A-Za-z_]\w*$/.test(name) ? name : `'${name}'`)
const literal = (value: unknown): string => (typeof value === 'string' ? `'${value}'` : String(value))
/** `#/components/schemas/Line` as TypeScript finds it. */
const reached = (ref: string): string => {
  const [head, ...rest] = ref.replace('#/', '').split('/')
  return `${head}${rest.map((name) => `['${name}']`).join('')}`
}
const record = (fields: readonly string[]): string => (fields.length > 0 ? `{ ${fields.join('; ')} }` : '{}')

const objectType = ({ properties, required = [], additionalProperties }: Schema): string => {
  if (properties)
    return record(
      Object.entries(properties).map(
        ([name, property]) => `${quoted(name)}${required.includes(name) ? '' : '?'}: ${typeOf(property)}`,
      ),
    )
  return `Record<string, ${typeof additionalProperties === 'object' ? typeOf(additionalProperties) : 'unknown'}>`
}

const typeOf = (schema: Schema): string => {
  if (schema.$ref !== undefined) return reached(schema.$ref)
  if (schema.const !== undefined) return literal(schema.const)
  if (schema.enum) return schema.enum.map(literal).join(' | ')
  if (schema.anyOf) return [...new Set(schema.anyOf.map(typeOf))].join(' | ')
  if (schema.type === 'array') return `(${typeOf(schema.items ?? {})})[]`
  if (schema.type === 'object') return objectType(schema)
  return scalars[schema.type ?? ''] ?? 'unknown'
}

const contentType = ({ content }: Content): string =>
  content
    ? `{ content: ${record(Object.entries(content).map(([media, { schema }]) => `'${media}': ${typeOf(schema)}`))} }`
    : '{ content?: never }'

const parametersType = (parameters: readonly Parameter[]): string =>
  record(
    ['path', 'query', 'header'].flatMap((place) => {
      const here = parameters.filter((parameter) => parameter.in === place)
      if (here.length === 0) return []
      const fields = here.map(
        ({ name, required, schema }) => `${quoted(name)}${required ? '' : '?'}: ${typeOf(schema)}`,
      )
      return [`${place}${here.some(({ required }) => required) ? '' : '?'}: ${record(fields)}`]
    }),
  )

const operationLines = (method: string, { parameters = [], requestBody, responses }: Operation): readonly string[] => [
  `    ${method}: {`,
  `      parameters: ${parametersType(parameters)}`,
  ...(requestBody ? [`      requestBody: ${contentType(requestBody)}`] : []),
  '      responses: {',
  ...Object.entries(responses).map(
    ([status, response]) => `        ${status}: ${response.$ref ? reached(response.$ref) : contentType(response)}`,
  ),
  '      }',
  '    }',
]

/** An OpenAPI document as the types that openapi-fetch asks for: every path, verb, parameter, body and answer. */
export const apiTypes = ({ paths, components }: ApiDocument): string =>
  [
    '// Written by `npm run openapi` from the document of the agent API.',
    '',
    'export interface paths {',
    ...Object.entries(paths).flatMap(([path, verbs]) => [
      `  '${path}': {`,
      ...Object.entries(verbs).flatMap(([method, operation]) => operationLines(method, operation)),
      '  }',
    ]),
    '}',
    '',
    'export interface components {',
    '  schemas: {',
    ...Object.entries(components.schemas).map(([name, schema]) => `    ${name}: ${typeOf(schema)}`),
    '  }',
    '  responses: {',
    ...Object.entries(components.responses).map(([name, response]) => `    ${name}: ${contentType(response)}`),
    '  }',
    '}',
    '',
  ].join('\n')
