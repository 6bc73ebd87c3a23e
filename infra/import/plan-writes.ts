import { ArticleError } from '#shared/knowledge/errors.ts'
import { readArticle } from '#shared/knowledge/yaml-article.ts'
import { articleText, digestOf } from './article-text.ts'
import type { Finding } from './draft.ts'
import type { Ledger } from './ledger.ts'
import type { Placed } from './placed.ts'

export interface Standing {
  /** What stands in the knowledge folder; undefined where nothing does. */
  readonly textOf: (file: string) => string | undefined
  readonly ledger: Ledger
  /** As it was named: only what the same source gave before can have gone from it. */
  readonly source: string
  /** What is in the source but could not be read has not gone from it. */
  readonly unread: ReadonlySet<string>
  /** Overwrites what was edited by hand. */
  readonly force: boolean
}

export interface Write {
  readonly file: string
  readonly text: string
  readonly from: string
  readonly kind: 'new' | 'changed' | 'unchanged'
}

export interface Plan {
  readonly writes: readonly Write[]
  readonly findings: readonly Finding[]
}

type Judged = Write | Finding

const isWrite = (one: Judged): one is Write => 'text' in one

/** What is to be written, what stays as it is, and what somebody edited and therefore keeps. */
export const planWrites = (articles: readonly Placed[], standing: Standing): Plan => {
  const judged = articles.map((article) => judge(article, standing))
  return {
    writes: judged.filter(isWrite),
    findings: [...judged.filter((one): one is Finding => !isWrite(one)), ...goneFrom(articles, standing)],
  }
}

const judge = ({ file, draft }: Placed, { textOf, ledger, force }: Standing): Judged => {
  const text = articleText(draft)
  const fault = faultOf(file, text)
  if (fault !== undefined) return { kind: 'broken', about: draft.from, message: fault }
  const there = textOf(file)
  if (there === undefined) return { file, text, from: draft.from, kind: 'new' }
  if (there === text) return { file, text, from: draft.from, kind: 'unchanged' }
  if (force || digestOf(there) === ledger[file]?.sha256) return { file, text, from: draft.from, kind: 'changed' }
  const why = ledger[file] ? 'was edited by hand since it was imported' : 'was not imported, somebody wrote it'
  return {
    kind: 'kept',
    about: file,
    message: `${why}: kept as it is, not overwritten by ${draft.from} (--force overwrites)`,
  }
}

const faultOf = (file: string, text: string): string | undefined => {
  try {
    readArticle(file, text)
    return undefined
  } catch (error) {
    if (error instanceof ArticleError) return error.message
    throw error
  }
}

const goneFrom = (articles: readonly Placed[], { ledger, source, textOf, unread }: Standing): readonly Finding[] => {
  const present = new Set(articles.map(({ file }) => file))
  return Object.entries(ledger)
    .filter(([file, entry]) => entry.source === source && !present.has(file) && textOf(file) !== undefined)
    .filter(([, { from }]) => !unread.has(from))
    .map(([file, { from }]) => ({
      kind: 'gone',
      about: file,
      message: `${from} is no longer in ${source}: delete it if it is not wanted`,
    }))
}
