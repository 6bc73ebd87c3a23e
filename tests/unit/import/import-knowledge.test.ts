import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

const command = new URL('../../../infra/import-knowledge.ts', import.meta.url).pathname

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'import-command-'))
  mkdirSync(join(folder, 'from'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const run = (...words: readonly string[]) =>
  spawnSync(process.execPath, [command, ...words], { cwd: folder, encoding: 'utf8' })
const row = 'Can I return it?,"You have sixty days to send it back, at no cost."'

test('imports, tells what it did, and leaves what is fit for a machine on standard output', () => {
  writeFileSync(join(folder, 'faq.csv'), `question,answer\n${row}\nWhy?,\n`)

  const { status, stdout, stderr } = run('--from', 'faq.csv', '--base-url', 'https://x.example/faq', '--json')

  expect(status).toBe(1)
  expect(JSON.parse(stdout)).toEqual({
    dryRun: false,
    articles: [{ file: 'en/can-i-return-it.md', from: 'faq.csv:2', kind: 'new' }],
    findings: [{ kind: 'unanswered', about: 'faq.csv:3', message: '"Why?" has no answer', loss: true }],
  })
  expect(stderr).toBe('unanswered: faq.csv:3: "Why?" has no answer\n')
  expect(existsSync(join(folder, 'knowledge/en/can-i-return-it.md'))).toBe(true)
})

test('ends well where all was imported, and with 2 where nothing could be', () => {
  writeFileSync(join(folder, 'faq.csv'), `question,answer\n${row}\n`)

  const good = run('--from', 'faq.csv', '--to', 'k', '--base-url', 'https://x.example/faq', '--dry-run')
  const wrong = run('--from', 'nowhere', '--to', 'k')
  const unknown = run('--form', 'faq.csv')
  const noUrl = run('--from', 'faq.csv', '--base-url', 'help')

  expect([good.status, good.stdout.trim()]).toEqual([
    0,
    '1 article new, 0 changed, 0 unchanged; 0 losses, 0 notes; nothing was written (--dry-run)',
  ])
  expect([wrong.status, wrong.stderr.trim()]).toEqual([2, '--from nowhere: there is no such file or folder'])
  expect([unknown.status, unknown.stderr]).toEqual([2, expect.stringContaining('unknown option "--form"')])
  expect([noUrl.status, noUrl.stderr]).toEqual([2, expect.stringContaining('must be an absolute http(s) URL')])
}, 30_000)
