import type { Gold } from './gold.ts'
import type { Outcome } from './measure.ts'

/** A judged row with where it comes from. */
export interface Placed extends Outcome {
  readonly source: string
  readonly lang: string
  readonly domain: string
}

export const placed = ({ source, lang, domain }: Gold, outcome: Outcome): Placed => ({
  ...outcome,
  source,
  lang,
  domain,
})

export interface Group {
  readonly name: string
  readonly outcomes: readonly Placed[]
}

/** Of fewer rows a line of a table says nothing. */
const FEWEST_TOLD = 10

/** Everything, then by domain, source and language. */
export const groupsOf = (outcomes: readonly Placed[]): readonly Group[] => [
  { name: 'all', outcomes },
  ...by(outcomes, 'domain'),
  ...by(outcomes, 'source'),
  ...by(outcomes, 'lang'),
]

const by = (outcomes: readonly Placed[], key: 'domain' | 'source' | 'lang'): readonly Group[] => {
  const groups = [...Map.groupBy(outcomes, (one) => one[key])].sort(([one], [other]) => (one < other ? -1 : 1))
  return groups
    .filter(([, rows]) => rows.length >= FEWEST_TOLD)
    .map(([name, rows]) => ({ name: `${key} ${name}`, outcomes: rows }))
}

export const inDomain = (outcomes: readonly Placed[], domain: 'support' | 'all'): readonly Placed[] =>
  domain === 'all' ? outcomes : outcomes.filter((one) => one.domain === domain)

export const inEnglish = (outcomes: readonly Placed[]): readonly Placed[] =>
  outcomes.filter(({ lang }) => lang === 'en')
