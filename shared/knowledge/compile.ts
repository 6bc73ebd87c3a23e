import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { type CompiledKnowledge, type StoredPassage, searchableText } from './compiled.ts'
import { compileEntries } from './entries/compile-entries.ts'
import type { Entry } from './entries/entry.ts'
import { KnowledgeFolderError } from './errors.ts'
import { buildIndex } from './minisearch-index.ts'
import { splitArticle } from './split-article.ts'
import { termsOf, tokensOf } from './terms.ts'
import { type Article, readArticle } from './yaml-article.ts'

const articleFiles = (folder: string): string[] => {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.md'))
      .map((file) => file.split(sep).join('/'))
      .sort()
  } catch (cause) {
    throw new KnowledgeFolderError(`knowledge folder "${folder}" cannot be read`, { cause })
  }
}

export const articleIdOf = (file: string): string => file.replace(/\.md$/, '')

interface Written extends Article {
  readonly articleId: string
}

const written = (folder: string, file: string): Written => ({
  ...readArticle(file, readFileSync(join(folder, file), 'utf8')),
  articleId: articleIdOf(file),
})

export const passagesOf = ({ body, articleId, title, url, topic, language }: Written): StoredPassage[] => {
  const known = { articleId, title, url, ...(topic ? { topic } : {}), language }
  return splitArticle(body).map((section) => ({ ...known, ...section }))
}

const entriesOf = ({ articleId, title, questions = [] }: Written): Entry[] =>
  questions.length > 0 ? [{ entry: articleId, title, examples: questions }] : []

const countPassagesWithTokens = (passages: readonly StoredPassage[]): Record<string, number> => {
  const counts = new Map<string, number>()
  for (const passage of passages)
    for (const token of new Set(tokensOf(termsOf(searchableText(passage)))))
      counts.set(token, (counts.get(token) ?? 0) + 1)
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** The sections of every Markdown article below a folder, in their order. Throws as `compileKnowledge` does. */
export const readPassages = (folder: string): StoredPassage[] =>
  articleFiles(folder).flatMap((file) => passagesOf(written(folder, file)))

/** Every question that an article notes, with the article. Throws as `compileKnowledge` does. */
export const readNotedQuestions = (folder: string) =>
  articleFiles(folder)
    .map((file) => written(folder, file))
    .flatMap(({ articleId, topic, questions = [] }) => questions.map((question) => ({ articleId, topic, question })))

export const compilePassages = (passages: readonly StoredPassage[]): CompiledKnowledge => ({
  passages,
  passagesWith: countPassagesWithTokens(passages),
  index: buildIndex(passages),
})

/**
 * Compiles every Markdown article below a folder, at synth. Throws an `ArticleError` that names the file and the field,
 * or a `KnowledgeFolderError`. An article's id is its path in the folder without `.md`. The questions that articles list
 * are learnt: seconds for fifty articles.
 */
export const compileKnowledge = (folder: string): CompiledKnowledge => {
  const articles = articleFiles(folder).map((file) => written(folder, file))
  const passages = articles.flatMap(passagesOf)
  if (passages.length === 0) throw new KnowledgeFolderError(`knowledge folder "${folder}" holds no article (*.md)`)
  const entries = articles.flatMap(entriesOf)
  return { ...compilePassages(passages), ...(entries.length > 0 && { entries: compileEntries(entries) }) }
}
