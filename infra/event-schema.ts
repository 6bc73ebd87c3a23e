import { toJSONSchema } from 'zod/mini'
import { handoffEventSchema } from '#shared/handoff/handoff-event.ts'
import { reportEventSchema } from '#shared/report/report-event.ts'

const $schema = 'https://json-schema.org/draft/2020-12/schema'

const shapeOf = (title: string, schema: typeof handoffEventSchema | typeof reportEventSchema) => {
  const { additionalProperties, $schema: _, ...shape } = toJSONSchema(schema)
  return { title, ...shape }
}

/** What an event's detail looks like, as JSON Schema; fields may be added under the same version. */
export const eventSchemaJson = (): string => {
  const anyOf = [
    shapeOf('A handoff event, version 1', handoffEventSchema),
    shapeOf('A report event, version 1', reportEventSchema),
  ]
  return `${JSON.stringify({ title: 'An event of Baton', $schema, anyOf }, undefined, 2)}\n`
}
