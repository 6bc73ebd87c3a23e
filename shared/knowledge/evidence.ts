import { conceptToken, type Term } from './terms.ts'

/** One passage's words, as far as they are compared with a question. */
export interface PassageWords {
  readonly title: ReadonlySet<string>
  readonly all: ReadonlySet<string>
}

export interface WeighedTerm extends Term {
  /** How telling the term is in these articles: its inverse document frequency. */
  readonly weight: number
}

export interface Candidate {
  readonly words: PassageWords
  /** BM25, as the index scored it. */
  readonly score: number
  /** The best score among the passages of other articles. */
  readonly rivalScore: number
}

/** What speaks for "this passage answers this question", each about 0 to 1 so that no corpus's scale leaks in. */
export interface Evidence {
  readonly coverage: number
  readonly titleCoverage: number
  readonly matched: number
  readonly rarest: number
  readonly margin: number
  readonly strength: number
  readonly length: number
}

/** A word's own stem counts in full, another word for the same thing or a longer word that begins with it in part. */
const conceptMatch = 0.85
const beginningMatch = 0.6
const shortestBeginning = 5
/** "How long", "send back": phrases of empty words say what kind of question it is, less what it is about. */
const wordlessWeight = 0.6
/** BM25 at which a match counts as half strong: about two telling words. */
const middlingScore = 10
const manyTerms = 8

const begins = (tokens: ReadonlySet<string>, stem: string): boolean => {
  if (stem.length < shortestBeginning) return false
  for (const token of tokens) if (token.startsWith(stem)) return true
  return false
}

const match = (tokens: ReadonlySet<string>, { stem, concepts }: Term): number => {
  if (stem !== undefined && tokens.has(stem)) return 1
  if (concepts.some((concept) => tokens.has(conceptToken(concept)))) return conceptMatch
  return stem !== undefined && begins(tokens, stem) ? beginningMatch : 0
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
const ratio = (part: number, whole: number): number => (whole > 0 ? part / whole : 0)

export const weigh = (
  terms: readonly Term[],
  passagesWith: (token: string) => number,
  passages: number,
): WeighedTerm[] =>
  terms.map((term) => {
    const own = term.stem === undefined ? 0 : passagesWith(term.stem)
    const frequency = own || Math.max(0, ...term.concepts.map((concept) => passagesWith(conceptToken(concept))))
    const telling = Math.log(1 + (passages - frequency + 0.5) / (frequency + 0.5))
    return { ...term, weight: term.stem === undefined ? telling * wordlessWeight : telling }
  })

export const evidenceFor = (question: readonly WeighedTerm[], { words, score, rivalScore }: Candidate): Evidence => {
  const whole = sum(question.map(({ weight }) => weight))
  const covered = (tokens: ReadonlySet<string>) =>
    ratio(sum(question.map((term) => term.weight * match(tokens, term))), whole)
  const hits = question.filter((term) => match(words.all, term) > 0)
  const heaviest = Math.max(...question.map(({ weight }) => weight))
  return {
    coverage: covered(words.all),
    titleCoverage: covered(words.title),
    matched: Math.min(1, Math.log1p(hits.length) / Math.log1p(manyTerms)),
    rarest: ratio(Math.max(0, ...hits.map(({ weight }) => weight)), heaviest),
    margin: ratio(score - rivalScore, Math.max(score, rivalScore)),
    strength: score / (score + middlingScore),
    length: Math.min(1, Math.log1p(question.length) / Math.log1p(manyTerms)),
  }
}
