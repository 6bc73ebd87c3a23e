import * as z from 'zod/mini'
import { transfer } from '#shared/handoff/transfer.ts'
import { writtenId } from '#shared/lambda/attempt.ts'
import { emptyAnswer } from '#shared/lambda/json.ts'
import { heldBodyProblems, heldCommand } from './held.ts'
import { agentOperation } from './ports.ts'
import { handoffPath, idSchema, wordsSchema } from './shapes/fields.ts'

export const transferHandoff = agentOperation({
  operationId: 'transfer',
  summary: 'Pass on to another team',
  description:
    'Any team, not only your own. The place in line is kept, the reason is a note, and the customer is told.',
  route: 'POST /handoffs/{id}/transfer',
  path: handoffPath,
  body: z.strictObject({ team: idSchema, reason: wordsSchema(1_000) }),
  bodyExample: { team: 'billing', reason: 'Disputes a charge on the invoice of November' },
  answers: { 204: { description: "In the other team's line" } },
  problems: heldBodyProblems,
  run: async (ports, request) => {
    const { attemptId, body } = request
    const ids = { noteId: writtenId('note', attemptId), noticeId: writtenId('notice', attemptId) }
    await transfer(ports, ports.config, { ...heldCommand(request), ...body, ...ids })
    return emptyAnswer()
  },
})
