import { join } from 'node:path'
import type { DeployedConfig } from '#shared/config/read-config.ts'
import { compileKnowledge, compilePassages } from '#shared/knowledge/compile.ts'
import { minisearchKnowledge } from '#shared/knowledge/minisearch-knowledge.ts'
import type { Knowledge } from '#shared/knowledge/passage.ts'
import type { Ears } from '#shared/triggers/ears.ts'
import { projectFolder } from '../bundle/door-entries.ts'
import { loadConfig } from '../load-config.ts'
import { openJudging } from '../triggers/open-judging.ts'
import { changeWeek } from './matters.ts'
import { type Phrasing, readPhrasings } from './questions.ts'
import { rememberEars, rememberKnowledge } from './remembering.ts'

const here = join(projectFolder, 'infra/quarter')

/** The company whose quarter it is: its configuration, its articles, and what its customers ask. */
export interface Company {
  readonly deployed: DeployedConfig
  readonly ears: Ears
  /** What is written down in a week of the quarter. */
  knowledgeIn(week: number): Knowledge
  readonly phrasings: readonly Phrasing[]
}

/** @throws {ConfigError} */
export const openCompany = async (): Promise<Company> => {
  const config = join(here, 'company.config.ts')
  const [deployed, { ears }] = [await loadConfig(config), await openJudging({ config })]
  const first = compileKnowledge(join(projectFolder, 'knowledge'))
  const { passages } = compileKnowledge(join(here, 'articles'))
  const later = compilePassages([...first.passages, ...passages])
  const before = rememberKnowledge(minisearchKnowledge(first))
  const after = rememberKnowledge(minisearchKnowledge(later))
  return {
    deployed,
    ears: rememberEars(ears),
    knowledgeIn: (week) => (week < changeWeek ? before : after),
    phrasings: readPhrasings(join(here, 'questions')),
  }
}
