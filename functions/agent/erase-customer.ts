import { eraseCustomer } from '#shared/handoff/erase-customer.ts'
import { emptyAnswer } from '#shared/lambda/json.ts'
import { agentOperation } from './ports.ts'
import { customerPath } from './shapes/customer.ts'

export const eraseWholeCustomer = agentOperation({
  operationId: 'eraseCustomer',
  summary: 'Erase a customer, everywhere',
  description:
    'The profile and every thread they wrote on, with all its messages, conversations and handoffs; open ones leave the line and the hands they are in, and a weekly report that quotes them is deleted. Safe to repeat.',
  route: 'DELETE /customers/{id}',
  role: 'admin',
  path: customerPath,
  answers: { 204: { description: 'Nothing is left, or ever was' } },
  problems: [403],
  run: async (ports, { path }) => {
    // First, while the threads are still found: reports quote their customers' words.
    await ports.reports?.forget(await ports.erasure.threadsOf(path.id))
    await eraseCustomer(ports, path.id)
    return emptyAnswer()
  },
})
