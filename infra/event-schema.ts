import { toJSONSchema } from 'zod/mini'
import { handoffEventSchema } from '#shared/handoff/handoff-event.ts'

/** What an event's detail looks like, as JSON Schema; fields may be added under the same version. */
export const eventSchemaJson = (): string => {
  const { additionalProperties, ...schema } = toJSONSchema(handoffEventSchema)
  return `${JSON.stringify({ title: 'A handoff event of Baton, version 1', ...schema }, undefined, 2)}\n`
}
