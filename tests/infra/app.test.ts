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

const runCdk = (...words: readonly string[]) =>
  spawnSync(process.execPath, ['node_modules/aws-cdk/bin/cdk', ...words, '--output', join(folder, 'cdk.out')], {
    cwd: projectFolder,
    encoding: 'utf8',
    env: { ...process.env, CDK_DISABLE_CLI_TELEMETRY: 'true', CDK_CONTEXT_JSON: '' },
  })
/** Whoever runs the tests may have npm's own warnings in between. */
const lines = (output: string) => output.split('\n').filter((line) => line.trim() && !line.startsWith('npm warn'))

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

test('npm run synth ends with every fault of a wrong configuration in a line each, and what failed in one more', () => {
  const path = join(folder, 'wrong.config.ts')
  writeFileSync(
    path,
    `const hours = { timeZone: 'Europe/Berln', weekly: { mon: ['08:00-12:00', '11:00-15:00'] } }
    export default { company: { name: 'Lumen & Oak' }, teams: { care: { name: 'Care', languages: ['en'], hours } },
      defaultTeam: 'care', routing: [{ name: 'all', when: {}, team: 'carre' }], model: {},
      channels: { standard: { kind: 'standard', callbackUrl: 'https://example.com' } },
      knowledge: { folder: '${join(projectFolder, 'knowledge')}' } }`,
  )

  const { status, stderr, stdout } = runCdk('synth', '--quiet', '-c', `config=${path}`)

  expect(lines(stderr)).toEqual([
    'model.id: is missing: must be text',
    'teams.care.hours.timeZone: "Europe/Berln" is not allowed: must be an IANA time zone such as "Europe/Berlin"',
    'teams.care.hours.weekly.mon: "11:00-15:00" is not allowed: must not overlap 08:00-12:00',
    'routing.0.team: "carre" is not allowed: must be one of "care"',
    'node infra/app.ts: Subprocess exited with error 1',
  ])
  expect([status, stdout]).toEqual([1, ''])
})

test('a stage that cannot be a name is told in one line too', () => {
  const { status, stderr } = runCdk('synth', '--quiet', '-c', 'stage=eu_west')

  expect(lines(stderr)).toEqual([
    'stage: "eu_west" is not allowed: must be letters, digits and dashes, at most 20, not ending in one',
    'node infra/app.ts: Subprocess exited with error 1',
  ])
  expect(status).toBe(1)
})

test('a rule that can never fire is a warning: one line, and the stack is synthesised all the same', () => {
  const path = join(folder, 'dead.config.ts')
  writeFileSync(
    path,
    `import sample from '${join(projectFolder, 'baton.config.ts')}'
    export default { ...sample, knowledge: { folder: '${join(projectFolder, 'knowledge')}' },
      routing: [{ name: 'all', when: {}, team: 'care' }, { name: 'law', when: { trigger: ['legal'] }, team: 'care' }] }`,
  )

  const { status, stderr } = runCdk('synth', '--quiet', '-c', `config=${path}`)

  expect(lines(stderr)).toEqual(['warning: routing.1 ("law") can never fire: "all" before it takes everybody it would'])
  expect(status).toBe(0)
}, 120_000)
