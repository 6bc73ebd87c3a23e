import * as z from 'zod/mini'
import { dispositionOf, fileName, servedType } from '#shared/attachment/attachment-link.ts'
import { attachmentKey } from '#shared/attachment/attachment-store.ts'
import { AttachmentNotKeptError, UnknownAttachmentError } from '#shared/attachment/errors.ts'
import { jsonAnswer } from '#shared/lambda/json.ts'
import { agentOperation } from './ports.ts'
import { readThread } from './read-thread.ts'
import { attachmentLinkExample } from './shapes/examples.ts'
import { idSchema, timeOf, timeSchema, wholeNumberSchema } from './shapes/fields.ts'

export const attachmentLinkSchema = z.object({
  /** Opens the file for whoever has it, without a token. */
  url: z.string(),
  /** The latest end; a link ends earlier with the credentials that it was signed with. */
  expiresAt: timeSchema,
  /** As a browser saves it. */
  name: z.string(),
  /** By its first bytes, whatever its sender called it. */
  contentType: z.string(),
  size: z.int(),
})

export const linkAttachment = agentOperation({
  operationId: 'linkAttachment',
  summary: 'A link to a file that a customer sent along',
  description:
    'A link of five minutes to one attachment of a message, counted from 0, for whoever may read the conversation. Only pictures, sound, films, PDF and plain text are served as what they are; everything else as bytes to save.',
  route: 'GET /conversations/{id}/attachments/{messageId}/{index}',
  path: z.object({ id: idSchema, messageId: idSchema, index: wholeNumberSchema(0, 999) }),
  answers: { 200: { description: 'The link', schema: attachmentLinkSchema, example: attachmentLinkExample } },
  problems: [404],
  run: async (ports, { agent, path: { id, messageId, index } }) => {
    const { state, messages } = await readThread(ports, agent, id)
    const attachment = messages.find((message) => message.id === messageId)?.attachments?.[index]
    if (!attachment) throw new UnknownAttachmentError(messageId, index)
    const { kept, notKept = 'no-file', name, kind } = attachment
    if (!kept) throw new AttachmentNotKeptError(messageId, index, notKept)
    if (!ports.links) throw new AttachmentNotKeptError(messageId, index, 'no-bucket')
    const saved = fileName(name, kind, kept.contentType)
    const { url, expiresAt } = await ports.links.make(attachmentKey({ threadId: state.threadId, messageId, index }), {
      contentType: servedType(kept.contentType),
      disposition: dispositionOf(saved),
    })
    return jsonAnswer(200, { url, expiresAt: timeOf(expiresAt), name: saved, ...kept })
  },
})
