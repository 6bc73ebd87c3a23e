import { giveBack } from '#shared/handoff/give-back.ts'
import { emptyAnswer } from '#shared/lambda/json.ts'
import { heldCommand, heldProblems } from './held.ts'
import { agentOperation } from './ports.ts'
import { handoffPath } from './shapes/fields.ts'

export const releaseHandoff = agentOperation({
  operationId: 'release',
  summary: 'Give back what you hold',
  description: "The conversation goes back to its team's line, at the place it had.",
  route: 'POST /handoffs/{id}/release',
  path: handoffPath,
  answers: { 204: { description: 'Back in line, place kept' } },
  problems: heldProblems,
  run: async (ports, request) => {
    await giveBack(ports, 'release', heldCommand(request))
    return emptyAnswer()
  },
})
