import { existsSync, mkdtempSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { doorIds } from '#infra/bundle/door-entries.ts'
import { type Synthesis, synthesize } from '#infra/synth.ts'

const configPath = join(import.meta.dirname, '../proof/bedrock-knowledge.config.ts')
const folder = mkdtempSync(join(tmpdir(), 'baton-bedrock-'))
let synthesis: Synthesis

beforeAll(async () => {
  synthesis = await synthesize({
    configPath,
    outdir: join(folder, 'assembly'),
    buildFolder: join(folder, 'bundles'),
    validated: true,
  })
})

const bundle = (...path: readonly string[]) => join(synthesis.folders.TakeTurn, ...path)

test('one line of configuration makes a stack that CloudFormation’s own rules let through', () => {
  const types = Object.values(synthesis.template.Resources).map(({ Type }) => Type)

  expect(synthesis.deployed.config.knowledge).toMatchObject({ store: 'bedrock', passages: 4 })
  for (const type of ['Bedrock::KnowledgeBase', 'Bedrock::DataSource', 'S3Vectors::VectorBucket', 'S3Vectors::Index'])
    expect(types).toContain(`AWS::${type}`)
})

test('no door carries the articles', () => {
  expect(doorIds.filter((door) => existsSync(join(synthesis.folders[door], 'knowledge.json')))).toEqual([])
})

test('what asks Bedrock lies beside the turn, which names it and does not hold it', () => {
  expect(statSync(bundle('bedrock-knowledge.mjs')).size / 1024).toBeLessThanOrEqual(400)
  expect(readFileSync(bundle('index.mjs'), 'utf8')).toContain('import("./bedrock-knowledge.mjs")')
  expect(readFileSync(bundle('index.mjs'), 'utf8')).not.toContain('retrievalQuery')
  expect(readFileSync(bundle('bedrock-knowledge.mjs'), 'utf8')).toContain('retrievalQuery')
})
