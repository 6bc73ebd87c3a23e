import { join, resolve } from 'node:path'
import { listenWith } from '#shared/triggers/own-listen.ts'
import { openPhraseBook } from '#shared/triggers/phrase-book.ts'
import { compilePhrases } from '#shared/triggers/phrases/compile.ts'
import { languages } from '#shared/triggers/phrases/languages.ts'
import { openRepeats } from '#shared/triggers/repeated/open-repeats.ts'
import { projectFolder } from '../bundle/door-entries.ts'
import { loadConfig } from '../load-config.ts'
import type { Judging } from './judge-row.ts'
import { scopesIn } from './scopes.ts'
import { shippedRepeats, shippedWeights } from './shipped.ts'
import { trainOwn } from './train-own.ts'

export interface JudgingSources {
  /** Folder of the knowledge that rows name. */
  readonly scopes?: string | undefined
  /** @default the project's own baton.config.ts */
  readonly config?: string | undefined
}

/** The engine as a turn has it, with a company's thresholds and topics. @throws {ConfigError} */
export const openJudging = async ({ scopes, config: path }: JudgingSources): Promise<Judging> => {
  const { config, version } = await loadConfig(
    path === undefined ? join(projectFolder, 'baton.config.ts') : resolve(path),
  )
  return {
    triggers: config.triggers,
    version,
    ears: {
      listen: listenWith(shippedWeights(), trainOwn(config.triggers)),
      recognise: openPhraseBook(compilePhrases(languages)),
      repeats: openRepeats(shippedRepeats),
    },
    knowledge: scopesIn(scopes),
  }
}
