import { compileKnowledge, compilePassages } from '#shared/knowledge/compile.ts'
import type { CompiledKnowledge } from '#shared/knowledge/compiled.ts'
import type { Coefficients } from '#shared/knowledge/confidence.ts'
import { passageFinder } from '#shared/knowledge/minisearch-knowledge.ts'
import { type Rankable, rank } from '#shared/knowledge/rank.ts'
import { isAnswer, type JudgedQuestion } from './questions.ts'

export interface JudgedCandidate extends Rankable {
  readonly right: boolean
}

/** A question with the passages found for it; none found: its confidence is 0. */
export interface Judgement {
  readonly question: string
  /** Something in the knowledge answers, found or not. */
  readonly answerable: boolean
  readonly candidates: readonly JudgedCandidate[]
}

export const sampleFolder = new URL('../../../knowledge', import.meta.url).pathname
export const sampleKnowledge = (): CompiledKnowledge => compileKnowledge(sampleFolder)

/** Every question against one knowledge. */
export const judgeAll = (questions: readonly JudgedQuestion[], knowledge: CompiledKnowledge): Judgement[] => {
  const find = passageFinder(knowledge)
  const { passages } = knowledge
  return questions.map((question) => ({
    question: question.text,
    answerable: passages.some((passage) => isAnswer(question, passage, passages)),
    candidates: find({ text: question.text, language: question.language }).map(({ passage, ...found }) => ({
      ...found,
      right: isAnswer(question, passage, passages),
    })),
  }))
}

/**
 * Each answerable question against the knowledge without its answers: the hardest of the unanswerable ones, since
 * everything else the company wrote is still there.
 */
export const judgeWithoutAnswers = (
  questions: readonly JudgedQuestion[],
  { passages }: CompiledKnowledge,
): Judgement[] => {
  const alikeByPassagesKept = Map.groupBy(questions, (question) =>
    passages.map((passage) => (isAnswer(question, passage, passages) ? '-' : '+')).join(''),
  )
  return [...alikeByPassagesKept].flatMap(([kept, alike]) => {
    if (!kept.includes('-')) return []
    return judgeAll(alike, compilePassages(passages.filter((_passage, at) => kept[at] === '+')))
  })
}

/** A smaller company: every second article, by a fixed rule. */
export const everySecondArticle = ({ passages }: CompiledKnowledge, odd: 0 | 1): CompiledKnowledge => {
  const articles = [...new Set(passages.map(({ articleId }) => articleId))]
  return compilePassages(passages.filter(({ articleId }) => articles.indexOf(articleId) % 2 === odd))
}

/** The candidate that would be shown first. */
export const bestOf = (
  { candidates }: Judgement,
  coefficients?: Coefficients,
): (JudgedCandidate & { readonly confidence: number }) | undefined => rank(candidates, coefficients)[0]

export const claims = (judgements: readonly Judgement[], coefficients?: Coefficients) =>
  judgements.map((judgement) => {
    const { confidence = 0, right = false } = bestOf(judgement, coefficients) ?? {}
    return { confidence, right }
  })
