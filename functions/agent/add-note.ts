import { addNote } from '#shared/handoff/add-note.ts'
import { writtenId } from '#shared/lambda/attempt.ts'
import { jsonAnswer } from '#shared/lambda/json.ts'
import { heldBodyProblems, heldCommand } from './held.ts'
import { agentOperation } from './ports.ts'
import { textBody } from './send-message.ts'
import { noteExample } from './shapes/examples.ts'
import { handoffPath } from './shapes/fields.ts'
import { messageSchema, messageView } from './shapes/message.ts'

export const noteForAgents = agentOperation({
  operationId: 'addNote',
  summary: 'Write a note among agents',
  description: 'Stands in the thread for whoever takes over; the customer and the assistant never see it.',
  route: 'POST /handoffs/{id}/notes',
  path: handoffPath,
  body: textBody,
  bodyExample: { text: 'Refund approved by finance.' },
  answers: { 201: { description: 'Stored', schema: messageSchema, example: noteExample } },
  problems: heldBodyProblems,
  run: async (ports, request) => {
    const { attemptId, body } = request
    const command = { ...heldCommand(request), text: body.text, messageId: writtenId('note', attemptId) }
    return jsonAnswer(201, messageView(await addNote(ports, command)))
  },
})
