import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { CommandError } from '#infra/deploy/command/errors.ts'
import { logFiles, readLogFiles } from '#infra/report/log-files.ts'

const folderOf = async (files: Readonly<Record<string, string>>): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'log-files-'))
  await Promise.all(Object.entries(files).map(([name, text]) => writeFile(join(folder, name), text)))
  return folder
}

test('a folder is its logs in the order of their names, a file is itself', async () => {
  const folder = await folderOf({ 'b.ndjson': '', 'a.jsonl': '', 'truth.json': '{}' })

  expect(logFiles(folder)).toEqual([join(folder, 'a.jsonl'), join(folder, 'b.ndjson')])
  expect(logFiles(join(folder, 'truth.json'))).toEqual([join(folder, 'truth.json')])
})

test('what is not there, and a folder without a log, are told in one line', async () => {
  const folder = await folderOf({ 'truth.json': '{}' })

  expect(() => logFiles(join(folder, 'none'))).toThrow(CommandError)
  expect(() => logFiles(join(folder, 'none'))).toThrow(`--log ${folder}/none: there is no such file or folder`)
  expect(() => logFiles(folder)).toThrow(`--log ${folder}: holds no .ndjson or .jsonl, plain or .gz`)
})

test('a line that is none of a log is told with its file and number', async () => {
  const folder = await folderOf({ 'a.ndjson': '\n{"kind":"joke"}\n' })

  const read = async () => {
    for await (const _ of readLogFiles(logFiles(folder)));
  }

  await expect(read()).rejects.toThrow(CommandError)
  await expect(read()).rejects.toThrow(/a\.ndjson, line 2: kind: must be one of/)
})
