import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readScope } from '#infra/triggers/scopes.ts'
import type { Entry } from '#shared/knowledge/entries/entry.ts'

/** What a customer asked of a company that is not ours. */
export interface ScopedQuestion {
  readonly text: string
  readonly language: string
  readonly scope: string
  /** The article that answers; undefined where nothing connected does. */
  readonly answeredBy?: string
}

export interface QuestionSet {
  readonly name: string
  readonly questions: readonly ScopedQuestion[]
}

interface Row {
  readonly text: string
  readonly lang: string
  readonly scope: string
  /** True: nothing connected answers. */
  readonly label: boolean
  readonly intent?: string
  readonly borderline?: boolean
}

const SETS = ['f4_out_of_scope', 'f5_low_confidence']

const questionOf = ({ text, lang, scope, label, intent }: Row): ScopedQuestion => ({
  text,
  language: lang,
  scope,
  ...(!label && intent !== undefined && { answeredBy: intent }),
})

/** Borderline rows are left out, as everywhere; undefined where the evaluation data is not there. */
export const readQuestionSets = (folder: string): readonly QuestionSet[] | undefined => {
  if (!existsSync(join(folder, 'dev'))) return undefined
  return SETS.map((name) => ({
    name,
    questions: readFileSync(join(folder, 'dev', `${name}.jsonl`), 'utf8')
      .trim()
      .split('\n')
      .map((line): Row => JSON.parse(line))
      .filter(({ borderline }) => !borderline)
      .map(questionOf),
  }))
}

export const entriesOf = (folder: string, scope: string): readonly Entry[] => readScope(join(folder, 'scopes'), scope)
