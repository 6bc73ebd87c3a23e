import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { EOL, tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { bundleDoors } from '#infra/bundle/bundle-doors.ts'
import { type DoorFolders, doorIds, folderName } from '#infra/bundle/door-entries.ts'

const folder = mkdtempSync(join(tmpdir(), 'baton-bundles-'))
const sample = 'tests/infra/bundle/sample-door.ts'
let folders: DoorFolders

beforeAll(async () => {
  mkdirSync(join(folder, 'report'))
  writeFileSync(join(folder, 'report/knowledge.json'), 'left by an earlier build')
  folders = await bundleDoors(folder, { AgentApi: sample, Report: sample })
})

test('each door lies in a folder of its own, named after it', () => {
  expect(doorIds.map(folderName)).toEqual([
    'receive-message',
    'take-turn',
    'deliver-message',
    'agent-api',
    'sweep',
    'report',
    'what-if',
    'sync-knowledge',
    'export-table',
  ])
  expect(folders.AgentApi).toBe(join(folder, 'agent-api'))
  expect(existsSync(join(folder, 'agent-api/index.mjs'))).toBe(true)
})

test('nothing of an earlier build is deployed again', () => {
  expect(existsSync(join(folder, 'report/knowledge.json'))).toBe(false)
  expect(existsSync(join(folder, 'report/index.mjs'))).toBe(true)
})

test('a bundled door runs by itself and takes its credentials from the environment', () => {
  const script = `const { handler } = await import('./index.mjs'); console.log(JSON.stringify(await handler()))`

  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: folders.AgentApi,
    encoding: 'utf8',
    env: { AWS_ACCESS_KEY_ID: 'key-of-the-function', AWS_SECRET_ACCESS_KEY: 'secret' },
  })

  expect(stderr).toBe('')
  expect(JSON.parse(stdout)).toEqual({ table: 'table', endOfLine: EOL, accessKeyId: 'key-of-the-function' })
})

const filesBundled = (): readonly string[] => {
  const { outputs } = JSON.parse(readFileSync(join(folder, 'metafile.json'), 'utf8')) as {
    outputs: Record<string, { inputs: Record<string, unknown> }>
  }
  return Object.entries(outputs).flatMap(([path, { inputs }]) =>
    path.endsWith('/index.mjs') ? Object.keys(inputs) : [],
  )
}

test('the chain of credential providers that Lambda never asks is left out of every bundle', () => {
  const files = filesBundled()

  expect(files.some((path) => path.includes('credential-provider-env'))).toBe(true)
  expect(files.filter((path) => /credential-provider-(node|sso|ini|process|login|web-identity)/.test(path))).toEqual([])
})

test('what the SDK reads of streaming operations is left out', () => {
  const files = filesBundled()

  expect(files.some((path) => path.includes('no-event-streams'))).toBe(true)
  expect(files.filter((path) => path.includes('submodules/event-streams'))).toEqual([])
})

test('of its own description a client carries its version, and nothing else', () => {
  const bundle = readFileSync(join(folders.AgentApi, 'index.mjs'), 'utf8')

  expect([...bundle.matchAll(/"@aws-sdk\/client-|version:"3\./g)].map(([found]) => found)).toEqual(['version:"3.'])
})

test('a door that does not build fails the synthesis, naming its file', async () => {
  const broken = bundleDoors(mkdtempSync(join(tmpdir(), 'baton-broken-')), { Sweep: 'functions/no-such-door.ts' })

  await expect(broken).rejects.toThrow('functions/no-such-door.ts')
})
