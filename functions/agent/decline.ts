import { giveBack } from '#shared/handoff/give-back.ts'
import { emptyAnswer } from '#shared/lambda/json.ts'
import { heldCommand, heldProblems } from './held.ts'
import { agentOperation } from './ports.ts'
import { handoffPath } from './shapes/fields.ts'

export const declineHandoff = agentOperation({
  operationId: 'decline',
  summary: 'Decline what you were given',
  description: 'As a release, and counted apart: you never began.',
  route: 'POST /handoffs/{id}/decline',
  path: handoffPath,
  answers: { 204: { description: 'Back in line, place kept' } },
  problems: heldProblems,
  run: async (ports, request) => {
    await giveBack(ports, 'decline', heldCommand(request))
    return emptyAnswer()
  },
})
