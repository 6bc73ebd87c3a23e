import { compileKnowledge } from '#shared/knowledge/compile.ts'
import type { Entry } from '#shared/knowledge/entries/entry.ts'
import { minisearchKnowledge } from '#shared/knowledge/minisearch-knowledge.ts'
import type { Knowledge } from '#shared/knowledge/passage.ts'
import { authoredScopes } from '../knowledge/authored-scopes.ts'
import { sampleFolder } from '../knowledge/judged.ts'
import { isAnswer, readQuestions } from '../knowledge/questions.ts'
import { type Answerable, type Asked, ask } from './asked.ts'
import { questionCompany } from './question-company.ts'
import { entriesOf, readQuestionSets } from './scoped-questions.ts'

const opened = new Map<string, Knowledge>()

const companyOf = (name: string, entries: () => readonly Entry[]): Knowledge => {
  const known = opened.get(name) ?? questionCompany(entries())
  opened.set(name, known)
  return known
}

/** The evaluation's own questions, put to the companies that they were asked of; none where there is no such data. */
export const askEvaluation = async (folder: string): Promise<readonly Asked[]> => {
  const sets = readQuestionSets(folder) ?? []
  return Promise.all(
    sets.flatMap(({ name, questions }) =>
      questions.map(({ scope, answeredBy, ...question }) =>
        ask(
          companyOf(scope, () => entriesOf(folder, scope)),
          { ...question, set: name, company: scope, articles: new Set(answeredBy === undefined ? [] : [answeredBy]) },
        ),
      ),
    ),
  )
}

/** The authored companies: what the calibration is fitted on. */
export const askAuthored = (): Promise<readonly Asked[]> =>
  Promise.all(
    authoredScopes().flatMap(({ name, entries, questions }) =>
      questions.map(({ text, answeredBy }) =>
        ask(
          companyOf(name, () => entries),
          { set: 'authored companies', company: name, language: 'en', text, articles: new Set(answeredBy) },
        ),
      ),
    ),
  )

/** The sample company's articles, which note no questions, and questions in six languages that nothing was fitted on. */
export const askSample = (): Promise<readonly Asked[]> => {
  const compiled = compileKnowledge(sampleFolder)
  const knowledge = minisearchKnowledge(compiled)
  const answering = (question: ReturnType<typeof readQuestions>[number]): Answerable => ({
    set: 'sample company, held out',
    company: 'sample',
    language: question.language,
    text: question.text,
    articles: new Set(
      compiled.passages
        .filter((passage) => isAnswer(question, passage, compiled.passages))
        .map(({ articleId }) => articleId),
    ),
  })
  return Promise.all(readQuestions('held-out').map((question) => ask(knowledge, answering(question))))
}
