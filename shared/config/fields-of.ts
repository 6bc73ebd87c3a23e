import { z } from 'zod'

/** The fields that the object at `path` may have. */
export const fieldsOf = (schema: z.ZodType, path: readonly PropertyKey[]): readonly string[] => {
  const found = path.reduce<z.ZodType | undefined>((at, key) => at && child(bare(at), key), schema)
  const object = found && bare(found)
  return object instanceof z.ZodObject ? Object.keys(object.shape) : []
}

const child = (schema: z.ZodType, key: PropertyKey): z.ZodType | undefined => {
  if (schema instanceof z.ZodObject) return schema.shape[key as string]
  if (schema instanceof z.ZodRecord) return schema.valueType as z.ZodType
  if (schema instanceof z.ZodArray) return schema.element as z.ZodType
  return undefined
}

/** Without its default and whether it may be left out. */
const bare = (schema: z.ZodType): z.ZodType =>
  schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault
    ? bare(schema.unwrap() as z.ZodType)
    : schema
