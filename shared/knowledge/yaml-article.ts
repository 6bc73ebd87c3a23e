import { parse } from 'yaml'
import { z } from 'zod'
import { ArticleError } from './errors.ts'

const frontMatterSchema = z.strictObject({
  title: z.string('must be a text').trim().min(1, 'must not be empty').max(200, 'must have at most 200 characters'),
  url: z.url({ protocol: /^https?$/, error: 'must be an absolute http(s) URL' }),
  topic: z
    .string('must be a text')
    .regex(/^[a-z][a-z0-9-]{0,39}$/, 'must be a lower-case id such as "returns"')
    .optional(),
  /** How customers ask for what the article says, each in their own words. */
  questions: z
    .array(
      z
        .string('must be a text')
        .trim()
        .min(3, 'must have at least 3 characters')
        .max(300, 'must have at most 300 characters'),
      'must be a list of questions',
    )
    .max(100, 'must be at most 100 questions')
    .optional(),
  /** Day on which somebody last revised it: what is old is told at an import. */
  updated: z.iso.date('must be a day such as "2026-03-01"').optional(),
  language: z
    .string('must be a BCP 47 language tag such as "en" or "pt-BR"')
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'must be a BCP 47 language tag such as "en" or "pt-BR"'),
})

export interface Article extends z.output<typeof frontMatterSchema> {
  readonly body: string
}

const frontMatter = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)([\s\S]*)$/

const parseYaml = (file: string, source: string): unknown => {
  try {
    return parse(source)
  } catch (cause) {
    throw new ArticleError(
      file,
      `front matter is not valid YAML: ${(cause as Error).message.split('\n')[0]}`,
      undefined,
      {
        cause,
      },
    )
  }
}

const shown = (value: unknown): string => (value === undefined ? 'it is missing' : `it is ${JSON.stringify(value)}`)

/** What stands at a path; the schema found a fault there, or nothing. */
const at = (fields: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((found, key) => (found as Record<PropertyKey, unknown>)?.[key], fields)

/** One Markdown file with its front matter, checked. */
export const readArticle = (file: string, markdown: string): Article => {
  const [, source, body] = frontMatter.exec(markdown) ?? []
  if (source === undefined || body === undefined)
    throw new ArticleError(file, 'must begin with front matter between two lines "---"')
  const fields = parseYaml(file, source)
  const { data, error } = frontMatterSchema.safeParse(fields)
  if (data) {
    if (body.trim() === '') throw new ArticleError(file, 'has no text after its front matter')
    return { ...data, body }
  }
  const [issue] = error.issues
  if (issue?.code === 'unrecognized_keys')
    throw new ArticleError(
      file,
      'is unknown; allowed are title, url, topic, language, questions, updated',
      issue.keys[0],
    )
  const field = issue?.path.join('.')
  if (!field) throw new ArticleError(file, 'front matter must list title, url, topic and language')
  throw new ArticleError(file, `${issue?.message}, but ${shown(at(fields, issue?.path ?? []))}`, field)
}
