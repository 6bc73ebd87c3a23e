const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : Array.isArray(value) ? value.map(textOf).join(', ') : JSON.stringify(value)

/** A record of any depth as lines of name and value: `address.city`, `Hamburg`. What is empty says nothing. */
export const flatFields = (
  fields: Readonly<Record<string, unknown>>,
  above = '',
): readonly (readonly [string, string])[] =>
  Object.entries(fields).flatMap(([name, value]) => {
    const full = `${above}${name}`
    if (isObject(value)) return flatFields(value, `${full}.`)
    if (value === null || value === undefined || value === '') return []
    return [[full, textOf(value)] as const]
  })
