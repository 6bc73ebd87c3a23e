import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ArticleSurvey } from '#shared/config/check-config.ts'
import { articleIdOf, passagesOf } from '#shared/knowledge/compile.ts'
import { ArticleError } from '#shared/knowledge/errors.ts'
import { metadataFault } from '#shared/knowledge/section-document.ts'
import { readArticle } from '#shared/knowledge/yaml-article.ts'

/** Reads every article below a folder and tells all that are faulty, where compiling them would stop at the first. */
export const surveyArticles = (folder: string): ArticleSurvey => {
  const files = existsSync(folder) ? globSync('**/*.md', { cwd: folder }).sort() : []
  const articles = files.map((file) => survey(file, readFileSync(join(folder, file), 'utf8')))
  return {
    count: files.length,
    topics: articles.flatMap(({ topic }) => topic ?? []),
    faults: articles.flatMap(({ fault }) => fault ?? []),
    unfit: articles.flatMap(({ unfit }) => unfit ?? []),
  }
}

interface Surveyed {
  readonly topic?: string | undefined
  readonly fault?: string
  readonly unfit?: readonly string[]
}

const survey = (file: string, markdown: string): Surveyed => {
  try {
    const article = readArticle(file, markdown)
    const unfit = passagesOf({ ...article, articleId: articleIdOf(file) }).flatMap((one) => metadataFault(one) ?? [])
    return { topic: article.topic, unfit: unfit.map((fault) => `${file}: ${fault}`) }
  } catch (error) {
    if (error instanceof ArticleError) return { fault: error.message }
    throw error
  }
}
