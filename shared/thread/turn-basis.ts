import type { ToolsOutcome } from '../tool/tool-record.ts'

/** One thing that fired, as it is kept: a twin of what the triggers give. */
export interface KeptFinding {
  readonly trigger: string
  readonly kind: 'failure' | 'topic'
  readonly topic?: string
  readonly evidence: {
    readonly matched?: string
    readonly score: number
    readonly threshold: number
    readonly detail?: string
  }
  readonly reason: string
}

/**
 * What the model said of the customer's messages; a sign that it did not see is left out. Beside an answer topic and wish
 * are its evidence's own.
 */
export interface KeptSignals {
  readonly answered?: true
  readonly topic?: string
  readonly wantsHuman?: true
  readonly frustration?: number
  readonly distress?: true
  readonly restatesEarlierQuestion?: true
  readonly wish?: string
  readonly ownTopics?: readonly string[]
}

export interface KeptPassage {
  readonly title: string
  readonly url: string
  readonly confidence: number
  /** @default confidence */
  readonly sureness?: number
  readonly topic?: string
}

/**
 * What a turn went by, beside the words, which are in the thread: with them it can be decided again under another
 * configuration. Kept with what the turn said.
 */
export interface TurnBasis {
  readonly configVersion: string
  readonly language: string
  /** What triggers and rules go by. @default nothing is known */
  readonly customer?: {
    readonly tier?: string
    readonly value?: number
    readonly attributes?: Readonly<Record<string, string>>
  }
  /**
   * The best few, where no answer's evidence has them. Absent where it was decided before anything was looked up; empty
   * where nothing was found.
   */
  readonly passages?: readonly KeptPassage[]
  /** Absent where no model was asked, or none answered. */
  readonly signals?: KeptSignals
  /** The draft named nothing that it rests on. */
  readonly sourceless?: true
  /** Why there was no draft. */
  readonly failed?: string
  /** What fired on the draft itself. @default nothing */
  readonly unsayable?: readonly KeptFinding[]
  /** Of the company's tools that were called. @default none was */
  readonly tools?: ToolsOutcome
  /** What fired of triggers that do not act. @default nothing */
  readonly shadow?: readonly KeptFinding[]
  /** The sender's calls were spent, and somebody else's turn got the person. */
  readonly putOff?: true
}
