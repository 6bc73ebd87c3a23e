import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { synthesizeHere } from '#infra/local/desk/synthesis.ts'
import { createClosing } from '#infra/local/stack/closing.ts'

let temporary: string

beforeEach(() => {
  temporary = mkdtempSync(join(tmpdir(), 'baton-test-'))
  vi.stubEnv('TMPDIR', temporary)
})

afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(temporary, { recursive: true, force: true })
})

test('an end in the middle of the synthesis leaves no folder behind', async () => {
  const closing = createClosing()
  const work = synthesizeHere({ callbackUrl: 'http://127.0.0.1:1/callback' }, closing).catch(() => undefined)
  const hasBundles = (folder: string) => existsSync(join(temporary, folder, 'bundles'))
  await vi.waitUntil(() => readdirSync(temporary).some(hasBundles), { interval: 1, timeout: 20_000 })

  await closing.closeAll()
  await work

  expect(readdirSync(temporary).filter((name) => name.startsWith('baton-'))).toEqual([])
}, 30_000)
