import { writeFileSync } from 'node:fs'
import { eventSchemaJson } from './event-schema.ts'

writeFileSync(new URL('../docs/events.schema.json', import.meta.url), eventSchemaJson())
