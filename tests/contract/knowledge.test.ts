import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { compileKnowledge } from '#shared/knowledge/compile.ts'
import { minisearchKnowledge } from '#shared/knowledge/minisearch-knowledge.ts'
import type { Knowledge } from '#shared/knowledge/passage.ts'
import { type contractArticles, knowledgeContract } from '#tests/support/knowledge-contract.ts'

const compiled = async (articles: typeof contractArticles): Promise<Knowledge> => {
  const folder = mkdtempSync(join(tmpdir(), 'contract-knowledge-'))
  for (const { file, text } of articles) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  const knowledge = minisearchKnowledge(JSON.parse(JSON.stringify(compileKnowledge(folder))))
  rmSync(folder, { recursive: true })
  return knowledge
}

const withQuestions = (articles: typeof contractArticles): typeof contractArticles =>
  articles.map(({ file, text }) => ({
    file,
    text:
      file === 'en/oak.md'
        ? text.replace('---\nOil', 'questions: [which oil for the top, how often to oil oak]\n---\nOil')
        : text,
  }))

knowledgeContract('the index in the bundle', compiled)
knowledgeContract('the index in the bundle, with noted questions', (articles) => compiled(withQuestions(articles)))
