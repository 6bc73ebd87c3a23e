import { DatabaseSync } from 'node:sqlite'

export interface StoredObject {
  readonly key: string
  readonly bytes: Buffer
  readonly contentType: string
  readonly storedAtMs: number
}

/** What buckets hold. */
export interface ObjectStore {
  find(bucket: string, key: string): StoredObject | undefined
  put(bucket: string, object: StoredObject): void
  remove(bucket: string, key: string): void
  /** By key, those behind `after` first; only as many as asked for. Without their bytes. */
  list(bucket: string, prefix: string, after: string, most: number): { key: string; size: number; storedAtMs: number }[]
  close(): void
}

const schema = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  CREATE TABLE IF NOT EXISTS object (bucket TEXT, key TEXT, type TEXT, at INTEGER, bytes BLOB, PRIMARY KEY (bucket, key));
`

type Row = Record<string, unknown>

const objectOf = ({ key, bytes, type, at }: Row): StoredObject => ({
  key: String(key),
  bytes: Buffer.from(bytes as Uint8Array),
  contentType: String(type),
  storedAtMs: Number(at),
})

/** Written through to one SQLite file; without a file everything ends with the cloud. Keys are ordered by their UTF-8, as in S3. */
export const sqliteObjectStore = (file = ':memory:'): ObjectStore => {
  const database = new DatabaseSync(file)
  database.exec(schema)
  const find = database.prepare('SELECT * FROM object WHERE bucket = ? AND key = ?')
  const put = database.prepare('INSERT OR REPLACE INTO object (bucket, key, type, at, bytes) VALUES (?, ?, ?, ?, ?)')
  const remove = database.prepare('DELETE FROM object WHERE bucket = ? AND key = ?')
  const list = database.prepare(
    'SELECT key, length(bytes) AS size, at FROM object WHERE bucket = ? AND substr(key, 1, ?) = ? AND key > ? ORDER BY key LIMIT ?',
  )
  return {
    find: (bucket, key) => {
      const row = find.get(bucket, key)
      return row && objectOf(row)
    },
    put: (bucket, { key, contentType, storedAtMs, bytes }) => {
      put.run(bucket, key, contentType, storedAtMs, bytes)
    },
    remove: (bucket, key) => {
      remove.run(bucket, key)
    },
    list: (bucket, prefix, after, most) =>
      list
        .all(bucket, [...prefix].length, prefix, after, most)
        .map(({ key, size, at }) => ({ key: String(key), size: Number(size), storedAtMs: Number(at) })),
    close: () => database.close(),
  }
}
