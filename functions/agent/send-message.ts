import * as z from 'zod/mini'
import { sendMessage } from '#shared/handoff/send-message.ts'
import { writtenId } from '#shared/lambda/attempt.ts'
import { jsonAnswer } from '#shared/lambda/json.ts'
import { heldBodyProblems, heldCommand } from './held.ts'
import { agentOperation } from './ports.ts'
import { messageExample } from './shapes/examples.ts'
import { handoffPath, wordsSchema } from './shapes/fields.ts'
import { messageSchema, messageView } from './shapes/message.ts'

export const textBody = z.strictObject({ text: wordsSchema(20_000) })

export const replyToCustomer = agentOperation({
  operationId: 'sendMessage',
  summary: 'Answer the customer',
  description: "In the customer's own thread. The first answer accepts the handoff.",
  route: 'POST /handoffs/{id}/messages',
  path: handoffPath,
  body: textBody,
  bodyExample: { text: 'I see the second charge. It is on its way back to you.' },
  answers: { 201: { description: 'Stored, and on its way', schema: messageSchema, example: messageExample } },
  problems: heldBodyProblems,
  run: async (ports, request) => {
    const { attemptId, body } = request
    const command = { ...heldCommand(request), text: body.text, messageId: writtenId('msg', attemptId) }
    return jsonAnswer(201, messageView(await sendMessage(ports, ports.config, command)))
  },
})
