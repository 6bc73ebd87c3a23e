import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectFolder } from '#infra/bundle/door-entries.ts'

const folder = mkdtempSync(join(tmpdir(), 'baton-app-'))

const synthWith = (config: string) =>
  spawnSync(process.execPath, ['infra/app.ts'], {
    cwd: projectFolder,
    encoding: 'utf8',
    env: { ...process.env, CDK_CONTEXT_JSON: JSON.stringify({ config }) },
  })

test('faults of the configuration end the command with a line each, status 1 and no stack trace', () => {
  mkdirSync(join(folder, 'knowledge'))
  writeFileSync(join(folder, 'knowledge/returns.md'), 'no front matter')
  writeFileSync(
    join(folder, 'faulty.config.ts'),
    `export default { company: { name: 'Lumen & Oak' }, teams: { care: { name: 'Care', languages: ['en'], capacity: 0 } },
      defaultTeam: 'cares', channels: { standard: { kind: 'standard', callbackUrl: 'https://example.com' } },
      model: { id: 'amazon.nova-2-lite-v1:0' }, knowledge: { folder: 'knowledge' } }`,
  )

  const { status, stderr, stdout } = synthWith(join(folder, 'faulty.config.ts'))

  expect(stderr.trim().split('\n')).toEqual([
    'teams.care.capacity: 0 is not allowed: must be at least 1',
    'defaultTeam: "cares" is not allowed: must be one of "care"',
    expect.stringMatching(/^knowledge.folder: knowledge\/returns.md: must begin with front matter/),
  ])
  expect([status, stdout]).toEqual([1, ''])
})
