import type { Key } from './dynamo-keys.ts'
import type { RecordPatch } from './record-patch.ts'

interface UpdateParts {
  readonly Key: Key
  readonly UpdateExpression: string
  readonly ConditionExpression: string
  readonly ExpressionAttributeNames: Record<string, string>
  readonly ExpressionAttributeValues?: Record<string, unknown>
}

/** Writes a patch as DynamoDB's expressions. The record must exist: a patch never creates one. */
export const patchExpressions = <T>(key: Key, patch: RecordPatch<T>): UpdateParts => {
  const names: Record<string, string> = { '#pk': 'pk' }
  const values: Record<string, unknown> = {}
  const name = (attribute: string) => {
    names[`#${attribute}`] = attribute
    return `#${attribute}`
  }
  const value = (role: string, attribute: string, given: unknown) => {
    values[`:${role}_${attribute}`] = given
    return `:${role}_${attribute}`
  }
  const each = (role: string, given: object | undefined, write: (name: string, value: string) => string) =>
    Object.entries(given ?? {})
      .filter(([, wanted]) => wanted !== undefined)
      .map(([attribute, wanted]) => write(name(attribute), value(role, attribute, wanted)))

  const conditions = [
    'attribute_exists(#pk)',
    ...each('is', patch.expect, (n, v) => `${n} = ${v}`),
    ...each('below', patch.expectBelow, (n, v) => `${n} < ${v}`),
    ...each('above', patch.expectAbove, (n, v) => `${n} > ${v}`),
  ]
  const sets = each('to', patch.set, (n, v) => `${n} = ${v}`)
  const adds = each('by', patch.add, (n, v) => `${n} ${v}`)
  const removes = (patch.remove ?? []).map(name)
  const clauses = [
    sets.length > 0 ? `SET ${sets.join(', ')}` : '',
    removes.length > 0 ? `REMOVE ${removes.join(', ')}` : '',
    adds.length > 0 ? `ADD ${adds.join(', ')}` : '',
  ]

  return {
    Key: key,
    UpdateExpression: clauses.filter(Boolean).join(' '),
    ConditionExpression: conditions.join(' AND '),
    ExpressionAttributeNames: names,
    ...(Object.keys(values).length > 0 && { ExpressionAttributeValues: values }),
  }
}
