import { DatabaseSync } from 'node:sqlite'
import type { StoredMessage } from './message.ts'
import type { Deduplication, MessageStore } from './message-store.ts'

const schema = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  CREATE TABLE IF NOT EXISTS message (queue TEXT, id TEXT, sequence INTEGER, json TEXT, PRIMARY KEY (queue, id));
  CREATE TABLE IF NOT EXISTS deduplication (queue TEXT, key TEXT, json TEXT, PRIMARY KEY (queue, key));
`

const parsed = <Row>(rows: Record<string, unknown>[]): Row[] => rows.map((row) => JSON.parse(String(row.json)) as Row)

/** Writes every change through to one SQLite file, so that even a hard end loses no message. */
export const sqliteMessageStore = (file: string): MessageStore => {
  const database = new DatabaseSync(file)
  database.exec(schema)
  const save = database.prepare('INSERT OR REPLACE INTO message (queue, id, sequence, json) VALUES (?, ?, ?, ?)')
  const remove = database.prepare('DELETE FROM message WHERE queue = ? AND id = ?')
  const messages = database.prepare('SELECT json FROM message WHERE queue = ? ORDER BY sequence')
  const saveDeduplication = database.prepare('INSERT OR REPLACE INTO deduplication (queue, key, json) VALUES (?, ?, ?)')
  const deduplications = database.prepare('SELECT json FROM deduplication WHERE queue = ?')
  return {
    messages: (queue) => parsed<StoredMessage>(messages.all(queue)),
    save: (queue, message) => {
      save.run(queue, message.id, message.sequence, JSON.stringify(message))
    },
    remove: (queue, id) => {
      remove.run(queue, id)
    },
    deduplications: (queue) => parsed<Deduplication>(deduplications.all(queue)),
    saveDeduplication: (queue, deduplication) => {
      saveDeduplication.run(queue, deduplication.key, JSON.stringify(deduplication))
    },
    close: () => database.close(),
  }
}
