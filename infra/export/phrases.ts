import type { View } from './views.ts'

const indented = (sql: string): string => sql.replace(/^/gm, '  ')

/** A query that stands alone: it begins with the views that it reads. `body` goes on with a comma where it has parts of its own. */
export const withViews = (views: readonly View[], body: string): string =>
  `WITH ${views.map(({ name, sql }) => `${name} AS (\n${indented(sql)}\n)`).join(', ')}${body.startsWith(',') ? '' : '\n'}${body}`

/** Nearest rank, as the report has it: always a time that somebody really waited. In binary, as everywhere else. */
const atRank = (share: string, name: string): string =>
  `max(CASE WHEN place = CAST(ceil(${share} * samples) AS bigint) THEN seconds END) AS ${name}`

/** Median and p90 of each clock, by group; times that are not known are not counted. */
export const spreads = (from: string, groups: readonly string[], clocks: Readonly<Record<string, string>>): string => {
  const by = groups.join(', ')
  const names = Object.keys(clocks).map((clock) => `('${clock}')`)
  const cases = Object.entries(clocks).map(([clock, column]) => `    WHEN '${clock}' THEN ${column}`)
  return `, times AS (
  SELECT ${by}, clock, CASE clock
${cases.join('\n')}
    END AS seconds
  FROM ${from} CROSS JOIN (VALUES ${names.join(', ')}) AS c (clock)
), ranked AS (
  SELECT ${by}, clock, seconds,
    row_number() OVER (PARTITION BY ${by}, clock ORDER BY seconds) AS place,
    count(*) OVER (PARTITION BY ${by}, clock) AS samples
  FROM times
  WHERE seconds IS NOT NULL
)
SELECT ${by}, clock, max(samples) AS samples,
  ${atRank('5e-1', 'median_seconds')},
  ${atRank('9e-1', 'p90_seconds')}
FROM ranked
GROUP BY ${by}, clock
ORDER BY ${groups.map((group) => (group === 'week' ? 'week DESC' : group)).join(', ')}, clock`
}
