import { ArticleError } from '#shared/knowledge/errors.ts'
import { type Article, readArticle } from '#shared/knowledge/yaml-article.ts'
import { alikeArticles, alikeFrom } from './alike-articles.ts'
import type { Finding } from './draft.ts'

export interface SurveyOptions {
  /** Today, such as "2026-11-22". */
  readonly today: string
  readonly staleMonths: number
}

interface Surveyed extends Article {
  readonly file: string
}

const FEWEST_LETTERS = 25

/** What somebody should look at in a knowledge folder, as it will be: text by file. */
export const surveyKnowledge = (texts: ReadonlyMap<string, string>, options: SurveyOptions): readonly Finding[] => {
  const findings: Finding[] = []
  const articles: Surveyed[] = []
  for (const [file, text] of texts) {
    try {
      articles.push({ file, ...readArticle(file, text) })
    } catch (error) {
      if (!(error instanceof ArticleError)) throw error
      findings.push({ kind: 'broken', about: file, message: error.message.replace(`${file}: `, '') })
    }
  }
  return [
    ...findings,
    ...articles.flatMap((article) => [...stale(article, options), ...short(article)]),
    ...alike(articles),
  ]
}

const monthsBetween = (day: string, today: string): number => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const [nowYear = 0, nowMonth = 0, nowDate = 0] = today.split('-').map(Number)
  return (nowYear - year) * 12 + nowMonth - month - (nowDate < date ? 1 : 0)
}

const stale = ({ file, updated }: Surveyed, { today, staleMonths }: SurveyOptions): readonly Finding[] => {
  if (updated === undefined || monthsBetween(updated, today) < staleMonths) return []
  const months = monthsBetween(updated, today)
  return [
    {
      kind: 'stale',
      about: file,
      message: `was last revised ${updated}, ${months} months ago (told from ${staleMonths} on)`,
    },
  ]
}

const short = ({ file, body }: Surveyed): readonly Finding[] => {
  const letters = body.match(/[\p{L}\p{N}]/gu)?.length ?? 0
  if (letters >= FEWEST_LETTERS) return []
  return [{ kind: 'short', about: file, message: `has ${letters} letters (told below ${FEWEST_LETTERS})` }]
}

/** A line an article, however many are like it: a page that a tool copied a hundred times is one thing to look at. */
const alike = (articles: readonly Surveyed[]): readonly Finding[] =>
  [...Map.groupBy(alikeArticles(articles), ({ other }) => other)].map(([about, pairs]) => {
    const [likest, ...others] = pairs.toSorted((one, next) => next.share - one.share)
    const { one = '', share = 0 } = likest ?? {}
    const more = others.length > 0 ? `, and is like ${others.length} more` : ''
    if (share === 1) return { kind: 'duplicate', about, message: `says the same as ${one}${more}` }
    const told = `has ${Math.floor(share * 100)} % of its runs of four words in common with ${one}${more}`
    return { kind: 'near-duplicate', about, message: `${told} (told from ${alikeFrom * 100} %)` }
  })
