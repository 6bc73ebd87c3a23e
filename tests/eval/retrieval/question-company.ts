import { compilePassages } from '#shared/knowledge/compile.ts'
import { compileEntries } from '#shared/knowledge/entries/compile-entries.ts'
import type { Entry } from '#shared/knowledge/entries/entry.ts'
import { minisearchKnowledge } from '#shared/knowledge/minisearch-knowledge.ts'
import type { Knowledge } from '#shared/knowledge/passage.ts'
import { splitArticle } from '#shared/knowledge/split-article.ts'

/**
 * A company whose articles are what its customers ask, as a synth would compile it: each entry is an article whose
 * questions are noted, and whose text is those questions too, as nobody published the answers.
 */
export const questionCompany = (entries: readonly Entry[], language = 'en'): Knowledge =>
  minisearchKnowledge({
    ...compilePassages(
      entries.flatMap(({ entry, title = entry.replaceAll(/[_-]/g, ' '), examples }) =>
        splitArticle(examples.join('\n\n')).map((section) => ({
          articleId: entry,
          title,
          url: '',
          language,
          ...section,
        })),
      ),
    ),
    entries: compileEntries(entries),
  })
