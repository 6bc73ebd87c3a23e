import { readFileSync } from 'node:fs'
import type { StoredPassage } from '#shared/knowledge/compiled.ts'

/** A question as a customer would type it, and the articles that answer it; none: nothing connected does. */
export interface JudgedQuestion {
  readonly language: string
  readonly text: string
  /** Beginnings of the answering articles' names, without folder. */
  readonly answeredBy: readonly string[]
}

const nothing = '-'

export const readQuestions = (name: 'fit' | 'held-out'): JudgedQuestion[] =>
  readFileSync(new URL(`./${name}-questions.tsv`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const [language = '', articles = nothing, text = ''] = line.split('\t')
      return { language, text, answeredBy: articles === nothing ? [] : articles.split(',') }
    })

const names = (passage: StoredPassage, beginnings: readonly string[]): boolean =>
  beginnings.some((beginning) => passage.articleId.split('/').at(-1)?.startsWith(beginning))

/** The articles named, and those of the same topic in another language: they say the same of the same company. */
export const isAnswer = (
  { answeredBy }: JudgedQuestion,
  passage: StoredPassage,
  passages: readonly StoredPassage[],
): boolean => {
  if (names(passage, answeredBy)) return true
  return passages.some(
    (other) => names(other, answeredBy) && other.topic === passage.topic && other.language !== passage.language,
  )
}
