export type ToolFields = Readonly<Record<string, unknown>>

/** What was looked up for a conversation: the agent reads it, and so do later turns. */
export interface ToolRecord {
  readonly tool: string
  /** The same for the same question about the same message, however often the turn is tried. */
  readonly id: string
  readonly at: number
  /** In the model's words, one line. */
  readonly why: string
  readonly input: ToolFields
  readonly result?: ToolFields
  /** Instead of a result; never the tool's own words. */
  readonly failure?: string
}

/** What the tools of one turn came to: one that was asked for answered, one that was not, or one failed. */
export type ToolsOutcome = 'answered' | 'beside' | 'failed'
