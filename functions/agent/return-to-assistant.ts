import { returnToAssistant } from '#shared/handoff/return-to-assistant.ts'
import { writtenId } from '#shared/lambda/attempt.ts'
import { emptyAnswer } from '#shared/lambda/json.ts'
import { heldCommand, heldProblems } from './held.ts'
import { agentOperation } from './ports.ts'
import { handoffPath } from './shapes/fields.ts'

export const returnHandoff = agentOperation({
  operationId: 'returnToAssistant',
  summary: 'Hand back to the assistant',
  description: 'The only way on which the assistant speaks again. The customer is told.',
  route: 'POST /handoffs/{id}/return',
  path: handoffPath,
  answers: { 204: { description: 'With the assistant' } },
  problems: heldProblems,
  run: async (ports, request) => {
    const noticeId = writtenId('notice', request.attemptId)
    await returnToAssistant(ports, ports.config, { ...heldCommand(request), noticeId })
    return emptyAnswer()
  },
})
