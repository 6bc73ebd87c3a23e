import type { ContentBlock, Message } from '@aws-sdk/client-bedrock-runtime'
import type { ShownFile } from '../attachment/shown-file.ts'
import type { DraftRequest } from './assistant.ts'
import { type PromptTurn, promptTurns } from './prompt.ts'

/** Documents need a name that is plain; the customer's own could be read as an instruction. */
const blockOf = (file: ShownFile, index: number): ContentBlock =>
  file.kind === 'image'
    ? { image: { format: file.format, source: { bytes: file.bytes } } }
    : { document: { format: file.format, name: `file-${index + 1}`, source: { bytes: file.bytes } } }

export interface MessageMarks {
  /** Whether what the customer wrote is marked for a guardrail; then it looks at nothing else. */
  readonly guarded: boolean
  /** Whether what was said before is marked to be kept for the next turn. */
  readonly cached: boolean
}

const wordsOf = ({ text, guarded }: PromptTurn, marks: MessageMarks): ContentBlock[] =>
  marks.guarded && guarded !== undefined
    ? [{ text: text.slice(0, -guarded.length) }, { guardContent: { text: { text: guarded } } }]
    : [{ text }]

/** The conversation as Converse takes it: files stand beside the words that they came with. */
export const converseMessages = (request: DraftRequest, marks: MessageMarks): Message[] => {
  const turns = promptTurns(request)
  const last = turns.length - 1
  const lastSaid = turns.slice(0, last).findLastIndex(({ role }) => role === 'user')
  return turns.map((turn, index) => ({
    role: turn.role,
    content: [
      ...wordsOf(turn, marks),
      ...(index === last ? (request.files ?? []).map(blockOf) : []),
      ...(marks.cached && index === lastSaid ? [{ cachePoint: { type: 'default' as const } }] : []),
    ],
  }))
}
