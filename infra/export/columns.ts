/** Athena's types, and what the data catalog calls them. */
const catalogTypes = { varchar: 'string', bigint: 'bigint', 'timestamp(3)': 'timestamp', date: 'date' } as const
export type ColumnType = keyof typeof catalogTypes

export interface Column {
  readonly name: string
  readonly type: ColumnType
  readonly sql: string
}

export const catalogType = ({ type }: Column): string => catalogTypes[type]

/** DynamoDB's JSON says each attribute's type beside its value. */
const attribute = (name: string, type: 'S' | 'N'): string => `json_extract_scalar(line, '$.Item.${name}.${type}')`

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

export const numberOf = (attributeName: string): string =>
  `CAST(CAST(${attribute(attributeName, 'N')} AS double) AS bigint)`

export const text = (attributeName: string, name = snake(attributeName)): Column => ({
  name,
  type: 'varchar',
  sql: attribute(attributeName, 'S'),
})

export const number = (attributeName: string, name = snake(attributeName)): Column => ({
  name,
  type: 'bigint',
  sql: numberOf(attributeName),
})

const timestamp = (ms: string): string => `CAST(from_unixtime(${ms} / 1e3, 'UTC') AS timestamp)`

export const time = (attributeName: string, name = snake(attributeName)): Column => ({
  name,
  type: 'timestamp(3)',
  sql: timestamp(numberOf(attributeName)),
})

/** The Monday on which the week of a moment began, UTC. */
export const weekOf = (attributeName: string, name: string): Column => ({
  name,
  type: 'date',
  sql: `CAST(date_trunc('week', ${timestamp(numberOf(attributeName))}) AS date)`,
})

/** Whole seconds, as the report counts them: none where a clock ran backwards, unknown while one of them is. */
export const secondsBetween = (from: string, to: string, name: string): Column => {
  const [start, end] = [numberOf(from), numberOf(to)]
  return {
    name,
    type: 'bigint',
    sql: `CASE WHEN ${end} < ${start} THEN 0 ELSE CAST(round((${end} - ${start}) / 1e3) AS bigint) END`,
  }
}

export const expression = (name: string, type: ColumnType, sql: string): Column => ({ name, type, sql })

/** Records of one kind, by how their keys begin; without those whose time has come and that DynamoDB has not deleted yet. */
export const selectOf = (columns: readonly Column[], pk: string, sk: string): string =>
  [
    `SELECT\n${columns.map(({ name, sql }) => `  ${sql} AS ${name}`).join(',\n')}`,
    'FROM items',
    `WHERE ${attribute('pk', 'S')} LIKE '${pk}%'`,
    `  AND ${attribute('sk', 'S')} LIKE '${sk}%'`,
    `  AND (${attribute('ttl', 'N')} IS NULL OR CAST(${attribute('ttl', 'N')} AS double) > to_unixtime(now()))`,
  ].join('\n')
