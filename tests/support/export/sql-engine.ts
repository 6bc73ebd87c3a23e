import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'

/** Functions of Athena's that DuckDB has under another name; everything else of the queries both understand. */
const athenas = [
  'json_extract_scalar(json, path) AS json_extract_string(json, path)',
  'from_unixtime(seconds, zone) AS to_timestamp(seconds)',
  'to_unixtime(moment) AS epoch(moment)',
  'with_timezone(moment, zone) AS timezone(zone, moment)',
  'at_timezone(moment, zone) AS timezone(zone, moment)',
  'day_of_week(moment) AS isodow(moment)',
]

export interface SqlEngine {
  query(sql: string): Promise<readonly Record<string, unknown>[]>
  close(): void
}

const plain = (value: unknown): unknown => (typeof value === 'bigint' ? Number(value) : value)

/** A real SQL engine over an export's files as Athena reads them: each line of each file is a row of `items`. */
export const sqlEngine = async (files: readonly (readonly [key: string, body: Buffer])[]): Promise<SqlEngine> => {
  const folder = mkdtempSync(join(tmpdir(), 'baton-export-'))
  const written = files
    .filter(([key]) => key.endsWith('.json.gz'))
    .map(([, body], at) => {
      const file = join(folder, `${at}.json.gz`)
      writeFileSync(file, body)
      return file
    })
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  await connection.run("SET TimeZone = 'UTC'")
  for (const one of athenas) await connection.run(`CREATE MACRO ${one}`)
  const list = written.map((file) => `'${file}'`).join(', ')
  await connection.run(
    `CREATE TABLE items AS SELECT * FROM read_csv([${list}], auto_detect = false, header = false, delim = '\\x01',
      quote = '', escape = '', columns = {'line': 'VARCHAR'}, compression = 'gzip', max_line_size = 4000000)`,
  )
  return {
    query: async (sql) => {
      const rows = await (await connection.runAndReadAll(sql)).getRowObjectsJS()
      return rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)])))
    },
    close: () => {
      connection.closeSync()
      instance.closeSync()
      rmSync(folder, { recursive: true })
    },
  }
}
