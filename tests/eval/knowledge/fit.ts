import { writeFileSync } from 'node:fs'
import type { Coefficients } from '#shared/knowledge/confidence.ts'
import type { Evidence } from '#shared/knowledge/evidence.ts'
import {
  bestOf,
  claims,
  everySecondArticle,
  type Judgement,
  judgeAll,
  judgeWithoutAnswers,
  sampleKnowledge,
} from './judged.ts'
import { fitLogistic, type Observation } from './logistic.ts'
import { judgeQuestionsAsArticles } from './question-and-answer-company.ts'
import { readQuestions } from './questions.ts'
import { reliability } from './reliability.ts'

const features: readonly (keyof Evidence)[] = [
  'coverage',
  'titleCoverage',
  'matched',
  'rarest',
  'margin',
  'strength',
  'length',
]

/**
 * Fits the confidence on the authored questions and writes the coefficients the turn is bundled with. The sample company
 * counts in full; smaller, emptied and differently written ones count less, so that the weights are not hers alone.
 */
const questions = readQuestions('fit')
const knowledge = sampleKnowledge()
const parts: readonly { readonly judgements: readonly Judgement[]; readonly weight: number }[] = [
  { judgements: judgeAll(questions, knowledge), weight: 1 },
  { judgements: judgeWithoutAnswers(questions, knowledge), weight: 0.1 },
  { judgements: judgeAll(questions, everySecondArticle(knowledge, 0)), weight: 0.1 },
  { judgements: judgeAll(questions, everySecondArticle(knowledge, 1)), weight: 0.1 },
  { judgements: judgeQuestionsAsArticles(questions), weight: 0.3 },
]

/** To tell right passages from wrong ones at all: every candidate. */
const allCandidates = parts.flatMap(({ judgements, weight }) =>
  judgements.flatMap(({ candidates }) =>
    candidates.map((candidate): Observation => ({ ...candidate, weight: weight / candidates.length })),
  ),
)

/** To be calibrated where it counts: the passage that would be shown first. */
const firstOnes = (ranking: Coefficients): Observation[] =>
  parts.flatMap(({ judgements, weight }) =>
    judgements.flatMap((judgement) => {
      const best = bestOf(judgement, ranking)
      return best ? [{ ...best, weight }] : []
    }),
  )

const ranking = fitLogistic(allCandidates, features)
const coefficients = fitLogistic(firstOnes(fitLogistic(firstOnes(ranking), features)), features)

const lines = Object.entries(coefficients).map(([name, value]) => `  ${name}: ${value},`)
writeFileSync(
  new URL('../../../shared/knowledge/confidence-coefficients.ts', import.meta.url),
  `/** Written by \`node tests/eval/knowledge/fit.ts\`; see docs/decisions/0011. */
export const coefficients = {\n${lines.join('\n')}\n}\n`,
)
const figures = parts.map(({ judgements }) => reliability(claims(judgements, coefficients)))
console.log(JSON.stringify({ coefficients, onItsOwnQuestions: figures }, null, 2))
