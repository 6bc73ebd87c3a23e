import * as z from 'zod/mini'
import type { ToolField, ToolObject } from '../config/tool-schema.ts'

/** Whatever no schema bounds. */
const longestText = 10_000
const mostItems = 1_000

const textOf = (field: ToolField & { type: 'string' }): z.ZodMiniType<unknown> => {
  if (field.enum) return z.enum([...field.enum] as [string, ...string[]])
  const { minLength = 0, maxLength = longestText } = field
  return z.string().check(
    z.minLength(minLength),
    z.maxLength(maxLength),
    z.overwrite((text) => text.toWellFormed()),
  )
}

const schemaOf = (field: ToolField): z.ZodMiniType<unknown> => {
  switch (field.type) {
    case 'string':
      return textOf(field)
    case 'boolean':
      return z.boolean()
    case 'array':
      return z.array(schemaOf(field.items)).check(z.maxLength(field.maxItems ?? mostItems))
    case 'object':
      return fieldsSchema(field)
    default: {
      const number = field.type === 'integer' ? z.int() : z.number()
      return number.check(z.minimum(field.minimum ?? -Number.MAX_VALUE), z.maximum(field.maximum ?? Number.MAX_VALUE))
    }
  }
}

/** Closed: what a schema does not name is left out, whoever wrote it. */
export const fieldsSchema = ({ properties, required = [] }: ToolObject): z.ZodMiniType<Record<string, unknown>> =>
  z.object(
    Object.fromEntries(
      Object.entries(properties).map(([name, field]) => {
        const schema = schemaOf(field)
        return [name, required.includes(name) ? schema : z.optional(schema)]
      }),
    ),
  )
