import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { logFiles, readLogFiles } from '#infra/report/log-files.ts'
import { savedTo } from '#infra/what-if/save-lines.ts'
import type { LogLine } from '#shared/report/log-lines.ts'
import { loggedTurn } from '#tests/unit/report/what-if/turns.ts'

const folder = mkdtempSync(join(tmpdir(), 'baton-saved-'))
afterAll(() => rmSync(folder, { recursive: true }))

const lines = Array.from(
  { length: 3_000 },
  (_, n): LogLine => ({ kind: 'turn', record: loggedTurn(n, { messages: [`Wo bleibt Paket ${n}?`.repeat(20)] }) }),
)
const read = async function* () {
  yield* lines
}
const all = async (of: AsyncIterable<LogLine>): Promise<LogLine[]> => {
  const found: LogLine[] = []
  for await (const line of of) found.push(line)
  return found
}

test.each(['log.ndjson', 'log.ndjson.gz'])('what is read goes on, and comes out of %s as it was', async (name) => {
  const file = join(folder, name)

  const handedOn = await all(savedTo(file, read()))

  expect(handedOn).toEqual(lines)
  expect(await all(readLogFiles(logFiles(file)))).toEqual(lines)
  expect(statSync(file).mode & 0o077).toBe(0)
  expect(readFileSync(file).subarray(0, 2).toString('hex') === '1f8b').toBe(name.endsWith('.gz'))
})

test('a file that cannot be written is told, and not waited for', async () => {
  await expect(all(savedTo(join(folder, 'none', 'log.ndjson'), read()))).rejects.toThrow('ENOENT')
})
