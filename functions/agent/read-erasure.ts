import { UnknownErasureError } from '#shared/handoff/errors.ts'
import { jsonAnswer } from '#shared/lambda/json.ts'
import { agentOperation } from './ports.ts'
import { erasurePath, erasureSchema, erasureView } from './shapes/erasure.ts'
import { verifiedErasureExample } from './shapes/erasure-examples.ts'

export const readErasure = agentOperation({
  operationId: 'readErasure',
  summary: 'What became of an erasure',
  description: 'Its receipt, for as long as the stack is there: it says nothing of whom it was about.',
  route: 'GET /erasures/{id}',
  role: 'admin',
  path: erasurePath,
  answers: { 200: { description: 'The receipt', schema: erasureSchema, example: verifiedErasureExample } },
  problems: [403, 404],
  run: async ({ erasing }, { path }) => {
    const { read } = await erasing()
    const receipt = await read(path.id)
    if (!receipt) throw new UnknownErasureError(path.id)
    return jsonAnswer(200, erasureView(receipt))
  },
})
