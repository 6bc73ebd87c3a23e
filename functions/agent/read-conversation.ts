import * as z from 'zod/mini'
import { jsonAnswer } from '#shared/lambda/json.ts'
import { agentOperation } from './ports.ts'
import { readThread } from './read-thread.ts'
import { conversationSchema, conversationView } from './shapes/conversation.ts'
import { conversationExample } from './shapes/examples.ts'
import { handoffPath, momentSchema } from './shapes/fields.ts'

export const readConversation = agentOperation({
  operationId: 'readConversation',
  summary: 'One thread, whole',
  description:
    'Everything the customer and the company said on this thread, oldest first, whichever of its conversations is asked for. Yours to read if a handoff of the thread is or was of one of your teams. With `from`, only the messages from that time on; briefs are then as written at the handoff, without a receipt.',
  route: 'GET /conversations/{id}',
  path: handoffPath,
  /** Whoever has the thread already asks for what came since. */
  query: z.strictObject({ from: z.optional(momentSchema) }),
  answers: { 200: { description: 'The thread', schema: conversationSchema, example: conversationExample } },
  problems: [404],
  run: async (ports, { agent, path, query }) => {
    const from = query.from === undefined ? undefined : Date.parse(query.from)
    return jsonAnswer(200, conversationView(await readThread(ports, agent, path.id, from), ports.config))
  },
})
