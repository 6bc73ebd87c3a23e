import { jsonAnswer } from '#shared/lambda/json.ts'
import { UnknownWhatIfError } from '#shared/report/errors.ts'
import { agentOperation } from './ports.ts'
import { handoffPath } from './shapes/fields.ts'
import { whatIfSchema, whatIfView } from './shapes/what-if.ts'
import { doneExample } from './shapes/what-if-examples.ts'

export const readWhatIf = agentOperation({
  operationId: 'readWhatIf',
  summary: 'What would have been',
  description:
    'How far the answer is, and the answer: look again every few seconds until `state` is `done` or `failed`.',
  route: 'GET /what-if/{id}',
  role: 'supervisor',
  path: handoffPath,
  answers: { 200: { description: 'The question, and its answer', schema: whatIfSchema, example: doneExample } },
  problems: [403, 404],
  run: async ({ whatIf, clock }, { path }) => {
    const job = await whatIf.jobs.read(path.id)
    if (!job) throw new UnknownWhatIfError()
    return jsonAnswer(200, whatIfView(job, clock()))
  },
})
