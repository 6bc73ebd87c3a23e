import * as z from 'zod/mini'
import { jsonAnswer } from '#shared/lambda/json.ts'
import { UnknownWhatIfError } from '#shared/report/errors.ts'
import { agentOperation } from './ports.ts'
import { cursorOf, placeOf } from './shapes/cursor.ts'
import { handoffPath } from './shapes/fields.ts'
import { differencesSchema, differenceView, kindSchema } from './shapes/what-if.ts'
import { differenceExample } from './shapes/what-if-examples.ts'

const pageForm = /^\d{1,6}$/

export const listWhatIfDifferences = agentOperation({
  operationId: 'listWhatIfDifferences',
  summary: 'Each difference, with its evidence',
  description:
    'Of an answer that is done: the words, the score and the threshold of each handoff that would be new, gone, earlier, later or another’s. The first 20,000 are kept.',
  route: 'GET /what-if/{id}/differences',
  role: 'supervisor',
  path: handoffPath,
  query: z.strictObject({ kind: z.optional(kindSchema), after: z.optional(z.string()) }),
  answers: {
    200: { description: 'A page', schema: differencesSchema, example: { differences: [differenceExample] } },
  },
  problems: [403, 404],
  run: async ({ whatIf }, { path, query }) => {
    const place = placeOf(query.after, pageForm)
    const job = await whatIf.jobs.read(path.id)
    if (job?.standing.state !== 'done') throw new UnknownWhatIfError()
    const { differences, next } = await whatIf.jobs.differences(path.id, Number(place ?? 0))
    const shown = differences.filter(({ kind }) => query.kind === undefined || kind === query.kind)
    return jsonAnswer(200, {
      differences: shown.map(differenceView),
      ...(next !== undefined && { next: cursorOf(String(next)) }),
    })
  },
})
