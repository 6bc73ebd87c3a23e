import type { AwsCall } from '../iam/access-requests.ts'
import { asObject, isObject, type Json, type JsonObject } from '../json.ts'

/** A bus without rules: it takes every event that can be read. */
export const takeEvents = ({ input }: AwsCall): JsonObject => {
  const entries = Array.isArray(input.Entries) ? input.Entries.map(asObject) : []
  const results = entries.map(
    ({ DetailType, Detail }): JsonObject =>
      typeof DetailType === 'string' && isReadable(Detail)
        ? { EventId: crypto.randomUUID() }
        : { ErrorCode: 'MalformedDetail', ErrorMessage: 'Detail is malformed.' },
  )
  return { FailedEntryCount: results.filter(({ EventId }) => EventId === undefined).length, Entries: results }
}

const isReadable = (detail: Json | undefined): boolean => {
  try {
    return isObject(JSON.parse(String(detail)))
  } catch {
    return false
  }
}
