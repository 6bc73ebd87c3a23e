import { compilePassages } from '#shared/knowledge/compile.ts'
import type { StoredPassage } from '#shared/knowledge/compiled.ts'
import { type Judgement, judgeAll } from './judged.ts'
import type { JudgedQuestion } from './questions.ts'

const folds = 5

const askedFor = ({ answeredBy }: JudgedQuestion): string => answeredBy[0] ?? ''

/**
 * Another kind of company: its articles are nothing but what customers ask, short and in their own words. Built from the
 * questions themselves, in five folds; each question meets articles that were made without it.
 */
export const judgeQuestionsAsArticles = (questions: readonly JudgedQuestion[]): Judgement[] => {
  const byArticle = Map.groupBy(
    questions.filter(({ answeredBy }) => answeredBy.length > 0),
    askedFor,
  )
  const folded = new Map(
    [...byArticle.values()].flatMap((alike) => alike.map((question, at) => [question, at % folds])),
  )
  const articlesWithout = (fold: number): StoredPassage[] =>
    [...byArticle].flatMap(([article, alike]) => {
      const text = alike.filter((question) => folded.get(question) !== fold).map((question) => question.text)
      const [{ language } = { language: 'en' }] = alike
      if (text.length === 0) return []
      return [{ articleId: article, title: article, url: '', topic: article, language, text: text.join('\n') }]
    })
  return Array.from({ length: folds }, (_, fold) =>
    judgeAll(
      questions.filter((question, at) => (folded.get(question) ?? at % folds) === fold),
      compilePassages(articlesWithout(fold)),
    ),
  ).flat()
}
