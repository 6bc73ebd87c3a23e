import { parse } from 'yaml'
import type { Document } from './document-draft.ts'
import { DocumentError } from './draft.ts'
import { dayOf, topicOf, webAddress } from './fields.ts'
import { firstHeading, withoutTitle } from './markdown-title.ts'

const frontMatter = /^---[ \t]*\n([\s\S]*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/
/** An alias may stand for a list of aliases, and so on: a bomb of a few lines. */
const MOST_ALIASES = 20
/** A hundred questions of full length are half of it; what is nested costs more than it is long. */
const LONGEST_FRONT_MATTER = 64 * 1024

type Fields = Readonly<Record<string, unknown>>

const fieldsOf = (source: string | undefined): Fields => {
  if (source === undefined) return {}
  if (source.length > LONGEST_FRONT_MATTER)
    throw new DocumentError(`has front matter of ${source.length} characters, at most ${LONGEST_FRONT_MATTER} are read`)
  try {
    const fields: unknown = parse(source, { maxAliasCount: MOST_ALIASES }) ?? {}
    if (typeof fields === 'object' && !Array.isArray(fields)) return fields as Fields
  } catch (cause) {
    throw new DocumentError(`front matter is not valid YAML: ${(cause as Error).message.split('\n')[0]}`, { cause })
  }
  throw new DocumentError('front matter must be fields such as "title: Returns"')
}

const firstText = (fields: Fields, names: readonly string[]): string | undefined =>
  names.map((name) => fields[name]).find((value): value is string => typeof value === 'string' && value.trim() !== '')

const questionsOf = ({ questions }: Fields): readonly string[] | undefined =>
  Array.isArray(questions) ? questions.filter((one): one is string => typeof one === 'string') : undefined

/** Code, in fences or in a line, is what it is: whatever reads past it takes this first and gives it back. */
const CODE =
  '(?<code>^(?<fence>`{3,}(?!`)|~{3,}(?!~))[^\\n]*\\n[\\s\\S]*?(?:^\\k<fence>[`~]*[ \\t]*$|(?![\\s\\S]))|`[^`\\n]+`)'
const HIDDEN = new RegExp(
  `${CODE}|<!--[\\s\\S]*?(?:-->\\n?|(?![\\s\\S]))|<(?<name>script|style)\\b[\\s\\S]*?(?:</\\k<name>>|(?![\\s\\S]))`,
  'gim',
)
const UNDERLINED = new RegExp(`${CODE}|^(?<words>(?![#>\\-*+|~\\s\\d]).+)\\n(?<line>={3,}|-{3,})[ \\t]*$`, 'gm')

/** Underlined headings as this house reads them, and nothing that only an editor sees. */
const plain = (markdown: string): string =>
  markdown
    .replace(HIDDEN, (...found) => groupsOf(found).code ?? '')
    .replace(UNDERLINED, (...found) => {
      const { code, words = '', line } = groupsOf(found)
      return code ?? `${line?.startsWith('=') ? '#' : '##'} ${words}`
    })

const groupsOf = (found: readonly unknown[]): Readonly<Record<string, string | undefined>> =>
  found.at(-1) as Readonly<Record<string, string | undefined>>

const dates = ['updated', 'lastmod', 'last_modified', 'last_updated', 'modified', 'date']

/** A heading's words: badges, links, emphasis and code have no place in a title. */
const bareWords = (heading: string): string =>
  heading
    .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\*{1,3}|`/g, '')
    .trim()

/** @throws {DocumentError} */
export const markdownDocument = (path: string, text: string): Document => {
  const markdown = text.replace(/\r\n?/g, '\n')
  const [whole = '', source] = frontMatter.exec(markdown) ?? []
  const fields = fieldsOf(source)
  const body = plain(markdown.slice(whole.length))
  const named =
    path
      .split('/')
      .at(-1)
      ?.replace(/\.\w+$/, '')
      .replaceAll(/[-_]+/g, ' ') ?? path
  const heading = firstHeading(body)
  const given = firstText(fields, ['title'])
  const title = given ?? (bareWords(heading ?? '') || named)
  const written = withoutTitle(body, given ?? heading ?? named)
  if (written === '') throw new DocumentError('has no text')
  return {
    from: path,
    path,
    title,
    body: written,
    url: webAddress(firstText(fields, ['url', 'canonical', 'canonical_url', 'permalink'])),
    declared: firstText(fields, ['language', 'lang', 'locale']),
    ...definedOf({
      topic: topicOf(firstText(fields, ['topic', 'category'])),
      questions: questionsOf(fields),
      updated: dates.map((name) => dayOf(fields[name])).find((day) => day !== undefined),
    }),
  }
}

const definedOf = ({
  topic,
  questions,
  updated,
}: {
  topic: string | undefined
  questions: readonly string[] | undefined
  updated: string | undefined
}) => ({
  ...(topic && { topic }),
  ...(questions && { questions }),
  ...(updated && { updated }),
})
