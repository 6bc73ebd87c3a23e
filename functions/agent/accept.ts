import { accept } from '#shared/handoff/accept.ts'
import { UnknownHandoffError } from '#shared/handoff/errors.ts'
import { jsonAnswer } from '#shared/lambda/json.ts'
import { heldCommand, heldProblems } from './held.ts'
import { agentOperation } from './ports.ts'
import { handoffExample } from './shapes/examples.ts'
import { handoffPath } from './shapes/fields.ts'
import { handoffSchema, handoffView } from './shapes/handoff.ts'

export const acceptHandoff = agentOperation({
  operationId: 'accept',
  summary: 'Accept what you claimed',
  description: 'The lease ends and the conversation stays yours. The first message to the customer accepts it too.',
  route: 'POST /handoffs/{id}/accept',
  path: handoffPath,
  answers: { 200: { description: 'Yours for good', schema: handoffSchema, example: handoffExample } },
  problems: heldProblems,
  run: async (ports, request) => {
    await accept(ports, ports.config, heldCommand(request))
    const accepted = await ports.handoffs.read(request.path.id)
    if (!accepted) throw new UnknownHandoffError(request.path.id)
    return jsonAnswer(200, handoffView(accepted.handoff))
  },
})
