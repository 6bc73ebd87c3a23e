/** What an import makes of one page, file or group of rows, before it is an article of the house. */
export interface Draft {
  /** The file, page or row that it came from, as messages name it. */
  readonly from: string
  /** Its file in the knowledge folder, without `.md`: "de/help/returns". */
  readonly place: string
  readonly title: string
  readonly url: string
  readonly topic?: string
  readonly language: string
  readonly questions?: readonly string[]
  /** Day on which it was last revised, such as "2026-03-01". */
  readonly updated?: string
  readonly body: string
}

/** What somebody should look at. */
export interface Finding {
  readonly kind: FindingKind
  /** The source or the article that it is about. */
  readonly about: string
  readonly message: string
}

/** The first five say that something was not imported. */
export const findingKinds = [
  'unreadable',
  'unanswered',
  'missing-page',
  'kept',
  'broken',
  'conflict',
  'language',
  'shortened',
  'passed-over',
  'gone',
  'stale',
  'duplicate',
  'near-duplicate',
  'short',
] as const

export type FindingKind = (typeof findingKinds)[number]

const LOSSES: readonly FindingKind[] = ['unreadable', 'unanswered', 'missing-page', 'kept', 'broken']

export const isLoss = ({ kind }: Finding): boolean => LOSSES.includes(kind)

/** Drafts, and what was found on the way. */
export interface Gathered {
  readonly drafts: readonly Draft[]
  readonly findings: readonly Finding[]
}

/** What every source is read with. */
export interface Reading {
  /** Where the articles are published; ends in a slash. */
  readonly baseUrl?: string | undefined
  /** Of what says nothing of its language, and does not show it. */
  readonly language?: string | undefined
}

/** Why one document cannot be imported; the import goes on with the others. */
export class DocumentError extends Error {
  override readonly name = 'DocumentError'
}

export const together = (parts: readonly Gathered[]): Gathered => ({
  drafts: parts.flatMap(({ drafts }) => drafts),
  findings: parts.flatMap(({ findings }) => findings),
})

/** A document that cannot be read is a finding, and no end. */
export const gatheredFrom = (about: string, read: () => Gathered): Gathered => {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error
    return { drafts: [], findings: [{ kind: 'unreadable', about, message: error.message }] }
  }
}
