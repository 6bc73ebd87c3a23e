import type { Signals } from '../assistant/signals.ts'
import type { ToolsOutcome } from '../tool/tool-record.ts'
import type { Fired } from '../triggers/trigger.ts'

/** A passage that was found, in the order found, with what the floors are held to. */
export interface LoggedPassage {
  readonly title: string
  readonly url: string
  readonly confidence: number
  /** @default confidence */
  readonly sureness?: number
  readonly topic?: string
}

/**
 * One turn of the assistant's: what it went by, what it found and what it did. With a configuration beside it, enough to
 * decide the turn again. Times are epoch milliseconds.
 */
export interface LoggedTurn {
  readonly threadId: string
  readonly conversationId: string
  readonly at: number
  readonly configVersion: string
  readonly channel: string
  readonly language: string
  /** What triggers and rules go by, as it was then. */
  readonly customer?: {
    readonly tier?: string
    readonly value?: number
    readonly attributes?: Readonly<Record<string, string>>
  }
  /** The customer's messages that the turn is about, oldest first. */
  readonly messages: readonly string[]
  /** The customer's earlier messages of the conversation that the assistant dealt with, oldest first. */
  readonly earlier: readonly string[]
  /** Absent where it was decided before anything was looked up; empty where nothing was found. */
  readonly passages?: readonly LoggedPassage[]
  /** Absent where no model was asked; `sourceless`: its answer named nothing that it rests on. */
  readonly model?: { readonly signals: Signals; readonly sourceless?: boolean } | { readonly failed: string }
  /** What fired on the draft: it promised a person, or named a foreign link. @default nothing */
  readonly unsayable?: readonly Fired[]
  /** Of the company's tools that the turn called. @default none was called */
  readonly tools?: ToolsOutcome
  /** `appended`: written while a person had it, and judged by nobody then. */
  readonly did: 'answered' | 'handed-off' | 'put-off' | 'appended'
  /** Everything that fired, the principal first. */
  readonly fired: readonly Fired[]
  /** What would have fired, of triggers that are judged and do not act. @default nothing */
  readonly shadow?: readonly Fired[]
  readonly handoffId?: string
}
