import { existsSync, mkdtempSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { doorIds } from '#infra/bundle/door-entries.ts'
import { agentRoutes, openApiRoute } from '#infra/constructs/agent-routes.ts'
import { type Synthesis, synthesize } from '#infra/synth.ts'

const callbackUrl = 'http://127.0.0.1:4999/callback'
const read = (...path: readonly string[]) => JSON.parse(readFileSync(join(...path), 'utf8'))
const folder = mkdtempSync(join(tmpdir(), 'baton-synth-'))
let synthesis: Synthesis

beforeAll(async () => {
  synthesis = await synthesize({ callbackUrl, outdir: join(folder, 'assembly'), buildFolder: join(folder, 'bundles') })
})

test('every door lies beside the same checked configuration', () => {
  for (const door of doorIds) expect(read(synthesis.folders[door], 'config.json')).toEqual(synthesis.deployed)
  expect(synthesis.deployed.version).toMatch(/^[0-9a-f]{12}$/)
})

test('the callback URL that was asked for replaces the configured one', () => {
  expect(synthesis.deployed.config.channels.standard).toEqual({ kind: 'standard', callbackUrl })
})

test('the turn, and no other door, carries the compiled knowledge', () => {
  const carrying = doorIds.filter((door) => existsSync(join(synthesis.folders[door], 'knowledge.json')))

  expect(carrying).toEqual(['TakeTurn'])
  expect(read(synthesis.folders.TakeTurn, 'knowledge.json').passages.length).toBeGreaterThan(25)
})

test('the agent API carries the description of exactly the routes that lead to it', () => {
  const { paths } = read(synthesis.folders.AgentApi, 'openapi.json') as { paths: Record<string, object> }
  const described = Object.entries(paths).flatMap(([path, verbs]) =>
    Object.keys(verbs).map((verb) => `${verb.toUpperCase()} ${path}`),
  )

  expect(described.sort()).toEqual([...agentRoutes, openApiRoute].sort())
})

test.each([...doorIds])('%s is bundled within its budget', (door) => {
  const kibibytes = statSync(join(synthesis.folders[door], 'index.mjs')).size / 1024

  expect(kibibytes).toBeLessThanOrEqual(door === 'TakeTurn' ? 700 : 400)
})

test('the template names for each function the bundle that was staged for it', () => {
  const functions = Object.values(synthesis.template.Resources).filter(({ Type }) => Type === 'AWS::Lambda::Function')
  const staged = functions.map(({ Metadata }) =>
    join(synthesis.assembly.directory, String(Metadata?.['aws:asset:path'])),
  )

  // Only articles in Bedrock are synced, and not every table is exported.
  expect(functions).toHaveLength(doorIds.length - 2)
  for (const asset of staged) expect(existsSync(join(asset, 'index.mjs'))).toBe(true)
})

test('the assembly holds one stack at its top, so that "deploy --all" finds it', () => {
  expect(synthesis.assembly.stacks.map(({ stackName }) => stackName)).toEqual(['Baton'])
})
