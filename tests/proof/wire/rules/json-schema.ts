import { isObject } from '#infra/local/json.ts'

const types = ['string', 'number', 'integer', 'boolean', 'object', 'array', 'null']

const ordered = (schema: Record<string, unknown>, low: string, high: string, where: string): string[] => {
  const [least, most] = [schema[low], schema[high]]
  const wrong = [least, most].some((value) => value !== undefined && typeof value !== 'number')
  if (wrong) return [`${where}: ${low} or ${high} is no number`]
  return typeof least === 'number' && typeof most === 'number' && least > most
    ? [`${where}: ${low} is over ${high}`]
    : []
}

const propertyFaults = (schema: Record<string, unknown>, where: string): string[] => {
  const { properties, required } = schema
  if (properties !== undefined && !isObject(properties)) return [`${where}: properties is no object`]
  const names = Object.keys(properties ?? {})
  const asked: readonly unknown[] = Array.isArray(required) ? required : []
  return [
    ...(required !== undefined && !Array.isArray(required) ? [`${where}: required is no list`] : []),
    ...(new Set(asked).size < asked.length ? [`${where}: required names something twice`] : []),
    ...asked
      .filter((name) => !names.includes(String(name)))
      .map((name) => `${where}: required ${String(name)} is no property`),
    ...Object.entries(properties ?? {}).flatMap(([name, one]) => schemaFaults(one, `${where}.${name}`)),
  ]
}

/** What makes a JSON Schema unfit to describe anything; of the keywords, those that a tool is described with. */
export const schemaFaults = (schema: unknown, where: string): readonly string[] => {
  if (!isObject(schema)) return [`${where}: is no schema`]
  const { type, items, description } = schema
  const choices = schema.enum
  return [
    ...(typeof type === 'string' && types.includes(type) ? [] : [`${where}: type ${String(type)} is none`]),
    ...(description === undefined || typeof description === 'string' ? [] : [`${where}: description is no text`]),
    ...(choices === undefined ||
    (Array.isArray(choices) && choices.length > 0 && new Set(choices).size === choices.length)
      ? []
      : [`${where}: enum has nothing to choose, or the same twice`]),
    ...(type === 'array' && items === undefined ? [`${where}: an array without items`] : []),
    ...(items === undefined ? [] : schemaFaults(items, `${where}[]`)),
    ...ordered(schema, 'minimum', 'maximum', where),
    ...ordered(schema, 'minLength', 'maxLength', where),
    ...propertyFaults(schema, where),
  ]
}
