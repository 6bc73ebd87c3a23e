import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadConfig } from '#infra/load-config.ts'
import { ConfigError } from '#shared/config/errors.ts'

const folder = mkdtempSync(join(tmpdir(), 'baton-config-'))
const article =
  '---\ntitle: Returns\nurl: https://example.com/returns\ntopic: returns\nlanguage: en\n---\nThirty days.\n'
mkdirSync(join(folder, 'articles'))
writeFileSync(join(folder, 'articles/returns.md'), article)

const written = (name: string, source: string): string => {
  writeFileSync(join(folder, name), source)
  return join(folder, name)
}
const company = (channels: string, topic = 'returns'): string => `export default {
  company: { name: 'Acme' }, teams: { care: { name: 'Care', languages: ['en'] } }, defaultTeam: 'care',
  routing: [{ name: 'returns', when: { topic: ['${topic}'] }, team: 'care' }],
  channels: ${channels}, model: { id: 'amazon.nova-2-lite-v1:0' }, knowledge: { folder: 'articles' } }`
const problemsOf = (path: string): Promise<readonly string[]> =>
  loadConfig(path).then(
    () => [],
    (error: unknown) =>
      error instanceof ConfigError ? error.problems : [`not a fault of the configuration: ${error}`],
  )
const standard = "{ standard: { kind: 'standard', callbackUrl: 'https://example.com' } }"

test('the knowledge folder is looked for beside the configuration', async () => {
  const { config } = await loadConfig(written('acme.config.ts', company(standard)))

  expect(config.knowledge.folder).toBe('articles')
})

test('rules may name the topics of articles, and no others', async () => {
  const faulty = loadConfig(written('topics.config.ts', company(standard, 'weather')))

  await expect(faulty).rejects.toThrow(/^routing.0.when.topic: "weather" is not allowed: must be one of .*"returns"$/)
})

test('another callback URL makes another version of the configuration', async () => {
  const path = written('callback.config.ts', company(standard))

  const [own, other] = [await loadConfig(path), await loadConfig(path, 'http://localhost:4000')]

  expect(other.config.channels.standard?.callbackUrl).toBe('http://localhost:4000')
  expect(other.version).not.toBe(own.version)
})

test('a callback URL from outside is checked like a written one', async () => {
  const faulty = loadConfig(written('loose.config.ts', company(standard)), 'http://example.com')

  await expect(faulty).rejects.toThrow('channels.standard.callbackUrl: "http://example.com" is not allowed')
})

test('a callback URL opens no channel that the company did not', async () => {
  const faulty = loadConfig(written('silent.config.ts', company('{}')), 'http://localhost:4000')

  await expect(faulty).rejects.toThrow('channels: none is given')
})

test.each([
  ['absent.config.ts', undefined, ' cannot be read: there is no such file'],
  ['acme.json', '{}', ' cannot be read: must be a file of TypeScript or JavaScript'],
  ['broken.config.ts', 'throw new Error("half written\\n  at line 1")', ' cannot be read: half written'],
  [
    'syntax.config.ts',
    'export default {\n  teams: { care: {} }\n  defaultTeam: 1 }',
    ':3 cannot be read: Expected "}" but found "defaultTeam"',
  ],
  ['lost.config.ts', "import { x } from './nowhere.ts'\nexport default x", ' cannot be read: Cannot find module'],
  ['empty.config.ts', 'export const config = {}', ' is not a configuration: must export an object by default'],
  ['null.config.ts', 'export default null', ' is not a configuration: must export an object by default'],
  ['list.config.ts', 'export default []', ' is not a configuration: must export an object by default'],
  ['function.config.ts', 'export default () => ({})', ' is not a configuration: must export an object by default'],
])('%s is a fault of the configuration, told in one line', async (name, source, told) => {
  const path = source ? written(name, source) : join(folder, name)

  const problems = await problemsOf(path)

  expect(problems).toHaveLength(1)
  expect(problems[0]?.startsWith(`config: ${path}${told}`) ? told : problems[0]).toBe(told)
})

test('a folder given for the configuration is told as such', async () => {
  mkdirSync(join(folder, 'folder.ts'))

  expect(await problemsOf(join(folder, 'folder.ts'))).toEqual([
    `config: ${join(folder, 'folder.ts')} cannot be read: it is a folder`,
  ])
})

test.each([
  ['channel', 'standard', company(`{ ${standard.slice(1, -1)}, ${standard.slice(1, -1)} }`)],
  ['team', 'care', company(standard).replace('teams: {', "teams: { care: { name: 'Other', languages: ['de'] },")],
  ['section', 'routing', company(standard).replace('channels:', 'routing: [], channels:')],
])(
  'a %s written twice is told with its line, where JavaScript would let the last one win',
  async (what, key, source) => {
    const path = written(`twice-${what}.config.ts`, source)

    expect(await problemsOf(path)).toEqual([
      expect.stringMatching(`^config: ${path}:\\d+: "${key}" is given twice: must be given once`),
    ])
  },
)

test('the same key in two objects is no repetition', async () => {
  const source = company(standard).replace('{ care: {', "{ night: { name: 'Night', languages: ['en'] }, care: {")

  expect(await problemsOf(written('alike.config.ts', source))).toEqual([])
})

test('a callback URL that is overridden has to hold all the same: a deployment will use it', async () => {
  const path = written(
    'bare.config.ts',
    company("{ standard: { kind: 'standard', callbackUrl: 'support.example.com' } }"),
  )

  await expect(loadConfig(path, 'http://127.0.0.1:1/callback')).rejects.toThrow(ConfigError)
})
