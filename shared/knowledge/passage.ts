/** A piece of one article, found for one question. */
export interface Passage {
  readonly articleId: string
  readonly title: string
  readonly url: string
  readonly topic?: string
  readonly language: string
  readonly heading?: string
  readonly text: string
  /** Calibrated probability, 0 to 1, that this passage answers the question. */
  readonly confidence: number
  /**
   * What the triggers' floors are held to, on a scale of which a half refuses about a tenth of what is answered (0045).
   * In the order of `confidence`. @default confidence
   */
  readonly sureness?: number
}

export interface Question {
  readonly text: string
  /** The customer's language; its articles come first, other languages are still found. */
  readonly language?: string
  readonly limit: number
}

/**
 * What the company has written down. Answers best passage first, the customer's language preferred where two are about
 * as sure; an empty list when nothing written has anything in common with the question.
 */
export interface Knowledge {
  retrieve(question: Question): Promise<readonly Passage[]>
}
