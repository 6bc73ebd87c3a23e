import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type ConsoleSettings, deployedSettings } from '#infra/console/console-settings.ts'
import { uploadConsole } from '#infra/deploy/console/upload-console.ts'
import { sampleConfig } from '../../sample-stack.ts'

const settings: ConsoleSettings = { api: '/api', issuer: 'https://id.example', clientId: 'c', scopes: [], token: 'id' }

const built = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'baton-built-'))
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html>')
  writeFileSync(join(folder, 'icon.svg'), '<svg/>')
  writeFileSync(join(folder, 'assets', 'index-a1.js'), '1')
  return folder
}

test('parts are there before the page that names them, each kept as long as its name allows', async () => {
  const put: [string, string, string][] = []
  const files = {
    put: async (key: string, _body: Uint8Array, how: { contentType: string; cacheControl: string }) =>
      void put.push([key, how.contentType, how.cacheControl]),
  }

  const count = await uploadConsole(files, built(), settings)

  expect(count).toBe(4)
  expect(put[0]).toEqual([
    'assets/index-a1.js',
    'text/javascript; charset=utf-8',
    'public, max-age=31536000, immutable',
  ])
  expect(put.at(-1)).toEqual(['index.html', 'text/html; charset=utf-8', 'no-cache'])
  expect(put.map(([key]) => key)).toContain('config.json')
})

test('the page is told where it is deployed', async () => {
  const bodies = new Map<string, string>()
  const files = { put: async (key: string, body: Uint8Array) => void bodies.set(key, Buffer.from(body).toString()) }

  await uploadConsole(files, built(), settings)

  expect(JSON.parse(bodies.get('config.json') ?? '')).toEqual(settings)
})

test('a company’s own issuer is asked with its client; the token is the one that the API takes', () => {
  const oidc = (audience: string[]) =>
    sampleConfig({ auth: { oidc: { issuer: 'https://id.example', audience } }, console: { clientId: 'desk' } })

  expect(deployedSettings(oidc(['desk']), {})).toMatchObject({
    issuer: 'https://id.example',
    clientId: 'desk',
    token: 'id',
  })
  expect(deployedSettings(oidc(['api://baton']), {})).toMatchObject({ token: 'access' })
})
