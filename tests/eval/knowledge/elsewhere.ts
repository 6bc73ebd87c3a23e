import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compilePassages } from '#shared/knowledge/compile.ts'
import { minisearchKnowledge } from '#shared/knowledge/minisearch-knowledge.ts'
import { reliability } from './reliability.ts'

interface ScopeEntry {
  readonly entry: string
  readonly lang: string
  readonly examples: readonly string[]
}

interface ScopedQuestion {
  readonly text: string
  /** True: the knowledge of its scope does not answer it. */
  readonly label: boolean
  readonly scope: string
}

const readLines = <T>(file: string): T[] =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

const knowledgeOf = (folder: string, scope: string) =>
  minisearchKnowledge(
    compilePassages(
      readLines<ScopeEntry>(join(folder, 'scopes', `${scope}.jsonl`)).map(({ entry, lang, examples }) => ({
        articleId: entry,
        title: entry.replaceAll('_', ' '),
        url: '',
        language: lang,
        text: examples.join('\n'),
      })),
    ),
  )

/** Other companies' knowledge and customers, which nothing was fitted on; whether the right article came is not known. */
export const measureElsewhere = async (folder: string, file: string): Promise<Record<string, unknown>> => {
  const scopes = Map.groupBy(readLines<ScopedQuestion>(join(folder, 'dev', `${file}.jsonl`)), ({ scope }) => scope)
  const figures: Record<string, unknown> = {}
  for (const [scope, questions] of scopes) {
    const knowledge = knowledgeOf(folder, scope)
    const judged = await Promise.all(
      questions.map(async ({ text, label }) => {
        const [best] = await knowledge.retrieve({ text, limit: 1 })
        return { confidence: best?.confidence ?? 0, right: !label }
      }),
    )
    figures[scope] = reliability(judged)
  }
  return figures
}
