/** An article that was near, in the order found. */
export interface NearArticle {
  readonly title: string
  readonly url: string
  readonly confidence: number
  /** What the floor is held to. @default confidence */
  readonly sureness?: number
}

/** One failure handoff as the clusters see it: what was asked, what was near, and what it cost. Times are epoch milliseconds. */
export interface Case {
  readonly handoffId: string
  readonly conversationId: string
  /** All conversations of one customer on one channel. @default conversationId */
  readonly threadId?: string
  readonly at: number
  readonly language: string
  readonly trigger: string
  /** The question in the customer's words; empty where none was asked. */
  readonly asked: string
  readonly articles: readonly NearArticle[]
  /** What the nearest article was held to; absent where it fell short of nothing. */
  readonly floor?: number
  /** As the model named it, else the nearest article's. */
  readonly topic?: string
  readonly toolFailed: boolean
  /** Whoever took it closed it as spam. */
  readonly spam?: boolean
  readonly handleSeconds?: number
}
