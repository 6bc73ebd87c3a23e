import { existsSync, globSync, mkdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, join, relative, sep } from 'node:path'
import { digestOf } from './article-text.ts'
import { decodeText } from './decode-text.ts'
import { DocumentError, type Finding, type Gathered, isLoss, type Reading } from './draft.ts'
import { ledgerName, readLedger, replaceFile, writeLedger } from './ledger.ts'
import { placed } from './placed.ts'
import { type Plan, planWrites, type Write } from './plan-writes.ts'
import { readFolder } from './read-folder.ts'
import { readQuestions } from './read-questions.ts'
import { readSite } from './read-site.ts'
import { type SurveyOptions, surveyKnowledge } from './survey-knowledge.ts'

export interface ImportOptions extends Reading, SurveyOptions {
  /** A folder, a sitemap or a table; undefined: the knowledge folder is only looked at. */
  readonly from?: string | undefined
  readonly to: string
  /** Where the pages of a sitemap were saved. */
  readonly pages?: string | undefined
  readonly dryRun: boolean
  readonly force: boolean
}

export interface Imported {
  readonly writes: readonly Write[]
  readonly findings: readonly Finding[]
}

/** A table or a sitemap of everything a company has is smaller. */
const largestSourceBytes = 50 * 1024 * 1024

/**
 * Reads a source, plans what becomes of the knowledge folder, writes it, and looks at the whole folder as it is then.
 * @throws {DocumentError} where the source or the folder as a whole cannot be read; nothing is written then
 */
export const runImport = (options: ImportOptions): Imported => {
  const texts = articlesIn(options.to)
  const gathered = options.from === undefined ? undefined : gather(options.from, options)
  const articles = placed(gathered?.drafts ?? [])
  const plan = gathered ? planned(articles, gathered, texts, options) : { writes: [], findings: [] }
  for (const { file, text } of plan.writes) texts.set(file, text)
  if (gathered && !options.dryRun) write(plan, options)
  const all = [
    ...(gathered?.findings ?? []),
    ...articles.findings,
    ...plan.findings,
    ...surveyKnowledge(texts, options),
  ]
  return { writes: plan.writes, findings: all }
}

const planned = (
  { articles }: ReturnType<typeof placed>,
  gathered: Gathered,
  texts: ReadonlyMap<string, string>,
  { to, from = '', force }: ImportOptions,
): Plan =>
  planWrites(articles, {
    textOf: (file) => texts.get(file),
    ledger: readLedger(to),
    source: basename(from),
    unread: new Set(gathered.findings.filter(isLoss).map(({ about }) => about)),
    force,
  })

const articlesIn = (folder: string): Map<string, string> => {
  const there = statSync(folder, { throwIfNoEntry: false })
  if (there && !there.isDirectory()) throw new DocumentError(`--to ${folder}: is a file, must be a folder`)
  const files = there
    ? globSync('**/*.md', { cwd: folder })
        .map((file) => file.split(sep).join('/'))
        .sort()
    : []
  return new Map(files.map((file) => [file, readFileSync(join(folder, file), 'utf8')]))
}

const gather = (from: string, options: ImportOptions): Gathered => {
  const source = statSync(from, { throwIfNoEntry: false })
  if (source === undefined) throw new DocumentError(`--from ${from}: there is no such file or folder`)
  try {
    if (source.isDirectory()) return readFolder(apart(from, options.to), options)
    if (source.size > largestSourceBytes)
      throw new DocumentError(`has ${source.size} bytes, at most ${largestSourceBytes} are read`)
    const text = decodeText(readFileSync(from))
    if (/\.xml$/i.test(from)) return readSite({ file: from, xml: text, pages: options.pages }, options)
    if (/\.(?:csv|tsv|txt)$/i.test(from)) return readQuestions(basename(from), text, options)
  } catch (error) {
    if (error instanceof DocumentError) throw new DocumentError(`--from ${from}: ${error.message}`, { cause: error })
    throw error
  }
  throw new DocumentError(`--from ${from}: must be a folder, a sitemap (.xml) or a table (.csv, .tsv)`)
}

/** What was imported is not imported again. */
const apart = (from: string, to: string): string => {
  const place = existsSync(to) ? relative(realpathSync(from), realpathSync(to)) : relative(from, to)
  const inside = place === '' || (!place.startsWith('..') && !place.startsWith(sep))
  if (inside) throw new DocumentError(`holds the folder that is written to, ${to}`)
  return from
}

const write = ({ writes }: Plan, { to, from = '' }: ImportOptions): void => {
  const ledger = readLedger(to)
  mkdirSync(to, { recursive: true })
  try {
    for (const { file, text, from: origin, kind } of writes) {
      mkdirSync(dirname(join(to, file)), { recursive: true })
      if (kind !== 'unchanged') replaceFile(join(to, file), text)
      ledger[file] = { source: basename(from), from: origin, sha256: digestOf(text) }
    }
  } finally {
    if (writes.length > 0 || existsSync(join(to, ledgerName))) writeLedger(to, ledger)
  }
}
