import * as z from 'zod/mini'
import { resolve } from '#shared/handoff/resolve.ts'
import { writtenId } from '#shared/lambda/attempt.ts'
import { emptyAnswer } from '#shared/lambda/json.ts'
import { heldBodyProblems, heldCommand } from './held.ts'
import { agentOperation } from './ports.ts'
import { handoffPath, idSchema, wordsSchema } from './shapes/fields.ts'

export const resolveHandoff = agentOperation({
  operationId: 'resolve',
  summary: 'Finish',
  description:
    "Closes the conversation with one of the company's outcomes. The customer's next message begins a new one.",
  route: 'POST /handoffs/{id}/resolve',
  path: handoffPath,
  body: z.strictObject({ outcome: idSchema, note: z.optional(wordsSchema(20_000)) }),
  bodyExample: { outcome: 'solved', note: 'Refunded the second charge' },
  answers: { 204: { description: 'Closed' } },
  problems: heldBodyProblems,
  run: async (ports, request) => {
    const { outcome, note } = request.body
    const noteId = writtenId('note', request.attemptId)
    const command = { ...heldCommand(request), outcome, noteId, ...(note !== undefined && { note }) }
    await resolve(ports, ports.config, command)
    return emptyAnswer()
  },
})
