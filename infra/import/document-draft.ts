import { DocumentError, type Draft, type Finding, type Gathered, type Reading } from './draft.ts'
import { baseLanguage, shortened, slugOf } from './fields.ts'
import { languageSegment, tellLanguage } from './tell-language.ts'

const LONGEST_TITLE = 200

/** What was read of one document, before anybody decided its language and its place. */
export interface Document extends Pick<Draft, 'from' | 'title' | 'body' | 'topic' | 'questions' | 'updated'> {
  /** Where it lies in the source, with slashes: "de/help/returns.html". */
  readonly path: string
  readonly url?: string | undefined
  /** What it says of its language. */
  readonly declared?: string | undefined
  /** Its last part is no file's name, and keeps what follows a dot. */
  readonly named?: boolean
}

/** "de/help/index.html" is "help": the language has a folder of its own, and an index is its folder. */
const placeOf = ({ path, named }: Document): string => {
  const segments = path.split('/')
  const last = segments.pop() ?? ''
  const stem = named ? last : last.replace(/\.(?:md|markdown|x?html?)$/i, '')
  const suffix = /\.([a-z-]+)$/i.exec(stem)?.[1] ?? ''
  const own = languageSegment(suffix) ? stem.slice(0, -suffix.length) : stem
  const folders = segments.filter((segment) => languageSegment(segment) === undefined)
  const names = [...folders, own].map(slugOf).filter((name) => name !== '')
  const places = names.length > 1 && names.at(-1) === 'index' ? names.slice(0, -1) : names
  return places.join('/') || 'index'
}

/** Its own address, or where its file lies below the one that all are published under. */
const addressOf = ({ url, path }: Document, { baseUrl }: Reading): string => {
  const address = url ?? (baseUrl && URL.parse(path.split('/').map(encodeURIComponent).join('/'), baseUrl)?.href)
  if (!address)
    throw new DocumentError('says nowhere what its URL is: --base-url says where the articles are published')
  return address
}

/** @throws {DocumentError} where it has no URL or no language */
export const draftOf = (document: Document, reading: Reading): Gathered => {
  const { from, path, title, body, topic, questions, updated, declared } = document
  const url = addressOf(document, reading)
  const told = tellLanguage({ declared, path, text: `${title}\n${body}` }, reading.language)
  if (told === undefined) throw new DocumentError('does not say its language, nor do its words: --language says it')
  const findings: Finding[] = []
  if (told.contradiction) findings.push({ kind: 'language', about: from, message: told.contradiction })
  const short = shortened(title.replace(/\s+/g, ' ').trim(), LONGEST_TITLE)
  const draft: Draft = {
    from,
    place: `${baseLanguage(told.language)}/${placeOf(document)}`,
    title: short,
    url,
    language: told.language,
    // A title that is cut stands whole in the text.
    body: short.endsWith('…') && !title.endsWith('…') ? `${title}\n\n${body}` : body,
    ...(topic && { topic }),
    ...(questions && questions.length > 0 && { questions }),
    ...(updated && { updated }),
  }
  return { drafts: [draft], findings }
}
