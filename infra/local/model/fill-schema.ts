/** The subset of JSON Schema that tool inputs are written in. */
interface JsonSchema {
  readonly type?: string | readonly string[]
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly items?: JsonSchema
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly default?: unknown
  readonly anyOf?: readonly JsonSchema[]
  readonly oneOf?: readonly JsonSchema[]
  readonly minimum?: number
  readonly maximum?: number
  readonly maxLength?: number
}

const typesOf = ({ type }: JsonSchema): readonly string[] => (type === undefined ? [] : ([type].flat() as string[]))
const allows = (schema: JsonSchema, type: string): boolean => {
  const types = typesOf(schema)
  return types.length === 0 || types.includes(type)
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const clamp = (schema: JsonSchema, value: number): number =>
  Math.min(schema.maximum ?? value, Math.max(schema.minimum ?? value, value))

/** The value as the schema takes it, or undefined where it cannot be made to fit. */
const conform = (schema: JsonSchema, value: unknown): unknown => {
  const branches = schema.anyOf ?? schema.oneOf
  if (branches) return branches.map((branch) => conform(branch, value)).find((conformed) => conformed !== undefined)
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum.includes(value) ? value : undefined
  if (typeof value === 'string') return allows(schema, 'string') ? value.slice(0, schema.maxLength) : undefined
  if (typeof value === 'boolean') return allows(schema, 'boolean') ? value : undefined
  if (typeof value === 'number')
    return allows(schema, 'number') || allows(schema, 'integer') ? clamp(schema, value) : undefined
  if (Array.isArray(value) && allows(schema, 'array'))
    return value.map((item) => conform(schema.items ?? {}, item)).filter((item) => item !== undefined)
  if (isRecord(value) && allows(schema, 'object')) return schema.properties ? fillSchema(schema, value) : value
  return undefined
}

/** The emptiest value a schema accepts: what a model says where it has nothing to say. */
const blank = (schema: JsonSchema): unknown => {
  const branch = (schema.anyOf ?? schema.oneOf)?.[0]
  if (branch) return blank(branch)
  if (schema.default !== undefined) return schema.default
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  const [type] = typesOf(schema)
  if (type === 'boolean') return false
  if (type === 'number' || type === 'integer') return clamp(schema, 0)
  if (type === 'array') return []
  if (type === 'object') return fillSchema(schema, {})
  return type === 'null' ? null : ''
}

/**
 * Fills an object schema with what is known by name: known values where they fit, a blank for a required field nobody
 * knows, nothing for an optional one. Fields that the schema does not list are left out.
 */
export const fillSchema = (schema: unknown, known: Readonly<Record<string, unknown>>): Record<string, unknown> => {
  const { properties = {}, required = [] } = (isRecord(schema) ? schema : {}) as JsonSchema
  return Object.fromEntries(
    Object.entries(properties).flatMap(([name, property]) => {
      const conformed = known[name] === undefined ? undefined : conform(property, known[name])
      if (conformed !== undefined) return [[name, conformed]]
      return required.includes(name) ? [[name, blank(property)]] : []
    }),
  )
}
