import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { type DoorFolders, doorIds, folderName, projectFolder } from '#infra/bundle/door-entries.ts'
import { layBeside } from '#infra/bundle/lay-beside.ts'
import { listenWith } from '#shared/triggers/own-listen.ts'
import { openPhraseBook } from '#shared/triggers/phrase-book.ts'
import { read } from '#shared/triggers/reading.ts'
import { readRepeatModel } from '#shared/triggers/repeated/model.ts'
import { testDeployed } from '#tests/support/test-config.ts'

const made: string[] = []
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true })
})

type Triggers = NonNullable<Parameters<typeof testDeployed>[0]>['triggers']

const laidWith = async (triggers: Triggers): Promise<DoorFolders> => {
  const build = mkdtempSync(join(tmpdir(), 'baton-laid-'))
  made.push(build)
  const folders = Object.fromEntries(doorIds.map((door) => [door, join(build, folderName(door))])) as DoorFolders
  for (const folder of Object.values(folders)) mkdirSync(folder)
  await layBeside(folders, testDeployed({ ...(triggers && { triggers }) }), join(projectFolder, 'baton.config.ts'))
  return folders
}

const wholesale = {
  id: 'trade',
  examples: [
    'wholesale prices please',
    'do you sell wholesale to shops',
    'we want wholesale terms for our shop',
    'is there a wholesale catalogue',
    'who handles wholesale orders',
  ],
}

test('own topics by examples are laid beside the turn, which hears them', async () => {
  const { TakeTurn, AgentApi } = await laidWith({ own: [wholesale] })

  const beside = (name: string) => readFileSync(join(TakeTurn, name))
  const heard = listenWith(beside('triggers.bin'), beside('own-topics.bin'))('could we get wholesale prices')
  expect(heard.find(({ head }) => head === 'trade')?.probability).toBeGreaterThan(0.5)
  expect(existsSync(join(AgentApi, 'own-topics.bin'))).toBe(false)
})

test('without them there is no such file', async () => {
  const { TakeTurn } = await laidWith({ own: [{ id: 'press', phrases: ['journalist'] }] })

  expect(existsSync(join(TakeTurn, 'own-topics.bin'))).toBe(false)
  expect(existsSync(join(TakeTurn, 'triggers.bin'))).toBe(true)
})

test('the phrases are laid beside the turn, indexed, and recognised from there; with both models they fit in two megabytes', async () => {
  const { TakeTurn, AgentApi } = await laidWith(undefined)

  const files = ['triggers.bin', 'phrases.json', 'repeats.json'].map((name) => readFileSync(join(TakeTurn, name)))
  const [, phrases, repeats] = files
  const recognise = openPhraseBook(JSON.parse(String(phrases)))
  const said = recognise(read('please put me through to a human'))
  expect(said['asked-for-human'].matches.length).toBeGreaterThan(0)
  expect(said.legal).toEqual({ matches: [], denied: [] })
  expect(readRepeatModel(JSON.parse(String(repeats))).lexicons.length).toBeGreaterThanOrEqual(16)
  expect(files.reduce((sum, { length }) => sum + length, 0)).toBeLessThan(2 * 1_024 * 1_024)
  expect(existsSync(join(AgentApi, 'phrases.json'))).toBe(false)
})
