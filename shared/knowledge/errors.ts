/** An article that cannot be compiled; names the file and, where there is one, the front matter's field. */
export class ArticleError extends Error {
  readonly file: string
  readonly field: string | undefined

  constructor(file: string, problem: string, field?: string, options?: ErrorOptions) {
    super(`${file}: ${field === undefined ? '' : `front matter "${field}": `}${problem}`, options)
    this.name = 'ArticleError'
    this.file = file
    this.field = field
  }
}

export class KnowledgeFolderError extends Error {
  override readonly name = 'KnowledgeFolderError'
}

/** A line of the usual questions that belongs to no matter; names the place. */
export class UsualQuestionsError extends Error {
  override readonly name = 'UsualQuestionsError'
}

/** Why the articles could not be searched; never the service's own words. */
export type SearchFailure = 'throttled' | 'timed-out' | 'refused' | 'failed'

/** A store outside the bundle did not answer in time: the customer gets a person, not a second wait. */
export class KnowledgeUnavailableError extends Error {
  override readonly name = 'KnowledgeUnavailableError'
  readonly reason: SearchFailure

  constructor(reason: SearchFailure, options?: ErrorOptions) {
    super(`knowledge unavailable: ${reason}`, options)
    this.reason = reason
  }
}

/** By its name: what asks elsewhere lies in a file of its own, with a class of its own. */
export const isKnowledgeUnavailable = (error: unknown): boolean =>
  error instanceof Error && error.name === 'KnowledgeUnavailableError'
