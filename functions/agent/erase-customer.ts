import { jsonAnswer } from '#shared/lambda/json.ts'
import { agentOperation } from './ports.ts'
import { customerPath } from './shapes/customer.ts'
import { erasureSchema, erasureView } from './shapes/erasure.ts'
import { erasureExample } from './shapes/erasure-examples.ts'

export const eraseWholeCustomer = agentOperation({
  operationId: 'eraseCustomer',
  summary: 'Erase a customer, everywhere',
  description:
    'The profile and every thread they wrote on, with all its messages, files, conversations and handoffs; open ones leave the ' +
    'line and the hands they are in, and a weekly report or what-if that quotes them is deleted. Where others write on a thread, only ' +
    'what is theirs. The answer is a receipt; `GET /erasures/{id}` has it later, once everything was looked through again. ' +
    'Safe to repeat, and the same for somebody who never was.',
  route: 'DELETE /customers/{id}',
  role: 'admin',
  path: customerPath,
  answers: {
    200: {
      description: 'Erased, and looked through again in five minutes',
      schema: erasureSchema,
      example: erasureExample,
    },
  },
  problems: [403],
  run: async ({ erasing }, { path }) => {
    const { erase } = await erasing()
    return jsonAnswer(200, erasureView(await erase(path.id)))
  },
})
