import type { ShownFile } from '../attachment/shown-file.ts'
import type { StoredAttachment } from '../attachment/stored-attachment.ts'
import type { Passage } from '../knowledge/passage.ts'
import type { Message } from '../thread/message.ts'
import type { ToolBox } from '../tool/tool-box.ts'
import type { ToolRecord } from '../tool/tool-record.ts'
import type { Signals } from './signals.ts'
import type { Sources } from './sources.ts'
import type { Usage } from './usage.ts'

/** A draft and its retry, and a call more for each round of tools. */
export const callsPerDraft = (withTools: boolean): number => (withTools ? 4 : 2)

/** All that the assistant is shown: this conversation and its passages, and nothing of anybody else's. */
export interface DraftRequest {
  readonly threadId: string
  readonly language: string
  /** Earlier messages of the conversation, oldest first, notes left out. */
  readonly history: readonly Message[]
  /** The customer's messages that this turn answers, oldest first. */
  readonly messages: readonly string[]
  /** What came with them and is not shown; the assistant is told of it and sees none of it. @default nothing */
  readonly attachments?: readonly StoredAttachment[]
  /** What came with them and is shown. @default nothing */
  readonly files?: readonly ShownFile[]
  readonly passages: readonly Passage[]
  /** What the company's tools answered earlier in the conversation, oldest first. @default nothing */
  readonly records?: readonly ToolRecord[]
  /** What may be called on the way to the draft. @default nothing */
  readonly tools?: ToolBox
  /** At most so many calls of the model. @default one and one retry, and one for each round of tools */
  readonly mostCalls?: number
}

export interface Draft {
  readonly reply: string
  readonly signals: Signals
  /** What it rests on by its own word, of what it was shown. */
  readonly sources: Sources
  /** Of the models, and which one it is of. */
  readonly calls: number
  readonly model: string
  readonly usage: Usage
}

/**
 * Drafts one reply with its signals.
 * @throws AssistantUnavailableError when no valid draft came within the turn's budget, one retry included; what was spent on it is told.
 */
export interface Assistant {
  draft(request: DraftRequest): Promise<Draft>
}
