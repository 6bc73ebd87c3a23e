import { isObject } from '#infra/local/json.ts'
import type { ServiceModel } from './model.ts'

const collect = (model: ServiceModel, name: string, value: unknown, path: string, found: Set<string>): void => {
  const { type, members, member, value: inner, document } = model.shapes[name] ?? { type: 'unknown' }
  if (document || value === undefined) return
  if (type === 'list' && Array.isArray(value)) {
    for (const one of value) collect(model, member?.shape ?? '', one, `${path}[]`, found)
  } else if (type === 'map' && isObject(value)) {
    for (const one of Object.values(value)) collect(model, inner?.shape ?? '', one, `${path}{}`, found)
  } else if (type === 'structure' && isObject(value)) {
    for (const [key, one] of Object.entries(value)) {
      found.add(`${path}.${key}`)
      collect(model, members?.[key]?.shape ?? '', one, `${path}.${key}`, found)
    }
  }
}

/** The set of members that an input has, as one text: what tells one shape of a request from another. */
export const membersOf = (model: ServiceModel, operation: string, input: unknown): string => {
  const found = new Set<string>()
  collect(model, model.operations[operation]?.input?.shape ?? '', input, '', found)
  return [...found].sort().join(' ')
}
