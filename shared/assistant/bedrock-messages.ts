import type { ContentBlock, Message } from '@aws-sdk/client-bedrock-runtime'
import type { ShownFile } from '../attachment/shown-file.ts'
import type { DraftRequest } from './assistant.ts'
import { promptTurns } from './prompt.ts'

/** Documents need a name that is plain; the customer's own could be read as an instruction. */
const blockOf = (file: ShownFile, index: number): ContentBlock =>
  file.kind === 'image'
    ? { image: { format: file.format, source: { bytes: file.bytes } } }
    : { document: { format: file.format, name: `file-${index + 1}`, source: { bytes: file.bytes } } }

/** The conversation as Converse takes it: files stand beside the words that they came with. */
export const converseMessages = (request: DraftRequest): Message[] => {
  const turns = promptTurns(request)
  return turns.map(({ role, text }, index) => ({
    role,
    content: [{ text }, ...(index === turns.length - 1 ? (request.files ?? []).map(blockOf) : [])],
  }))
}
