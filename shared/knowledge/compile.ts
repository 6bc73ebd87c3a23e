import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { type CompiledKnowledge, type StoredPassage, searchableText } from './compiled.ts'
import { KnowledgeFolderError } from './errors.ts'
import { buildIndex } from './minisearch-index.ts'
import { splitArticle } from './split-article.ts'
import { termsOf, tokensOf } from './terms.ts'
import { readArticle } from './yaml-article.ts'

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

const passagesOf = (folder: string, file: string): StoredPassage[] => {
  const { body, ...article } = readArticle(file, readFileSync(join(folder, file), 'utf8'))
  const { title, url, topic, language } = article
  const known = { articleId: file.replace(/\.md$/, ''), title, url, ...(topic ? { topic } : {}), language }
  return splitArticle(body).map((section) => ({ ...known, ...section }))
}

const countPassagesWithTokens = (passages: readonly StoredPassage[]): Record<string, number> => {
  const counts = new Map<string, number>()
  for (const passage of passages)
    for (const token of new Set(tokensOf(termsOf(searchableText(passage)))))
      counts.set(token, (counts.get(token) ?? 0) + 1)
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)))
}

export const compilePassages = (passages: readonly StoredPassage[]): CompiledKnowledge => ({
  passages,
  passagesWith: countPassagesWithTokens(passages),
  index: buildIndex(passages),
})

/**
 * Compiles every Markdown article below a folder, at synth. Throws an `ArticleError` that names the file and the field,
 * or a `KnowledgeFolderError`. An article's id is its path in the folder without `.md`.
 */
export const compileKnowledge = (folder: string): CompiledKnowledge => {
  const passages = articleFiles(folder).flatMap((file) => passagesOf(folder, file))
  if (passages.length === 0) throw new KnowledgeFolderError(`knowledge folder "${folder}" holds no article (*.md)`)
  return compilePassages(passages)
}
