import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readSameFolder } from '#shared/triggers/repeated/training/same-folder.ts'

const folderOf = (files: Readonly<Record<string, string>>): string => {
  const folder = mkdtempSync(join(tmpdir(), 'same-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  mkdirSync(join(folder, 'meanings'))
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  return folder
}

test('each kind of file is read as what it is', () => {
  const folder = folderOf({
    'en.txt': '# cards\none\ntwo\nthree',
    'en-follow-ups.txt': 'its price | its cost\nits size\nits colour',
    'en-talk.txt': '# talk\nthanks\nok',
    'en-dialogues.txt': '# whole\nhi\na pizza\n\nhello\na taxi',
    'meanings/en.txt': 'card: card cards',
    'notes.md': 'not an example',
  })

  const { groups, talk, dialogues, meanings } = readSameFolder(folder)

  expect(groups.map(({ lines }) => lines)).toEqual([
    ['its price', 'its cost'],
    ['its size'],
    ['its colour'],
    ['one', 'two', 'three'],
  ])
  expect(talk).toEqual({ en: ['thanks', 'ok'] })
  expect(dialogues).toEqual([
    ['hi', 'a pizza'],
    ['hello', 'a taxi'],
  ])
  expect(meanings).toEqual({ en: 'card: card cards' })
})

const authored = readSameFolder('shared/triggers/examples-same')

test('there are ways of asking in many languages, and most in English', () => {
  const counts = Object.groupBy(authored.groups, ({ language }) => language)

  expect(Object.keys(counts).length).toBeGreaterThanOrEqual(16)
  expect(counts.en?.length).toBeGreaterThanOrEqual(250)
  for (const language of 'de es fr pt it nl pl tr ar hi id ja zh he'.split(' '))
    expect(counts[language]?.length, language).toBeGreaterThanOrEqual(40)
})

test('every language with groups has talk and meanings as well', () => {
  for (const { language } of authored.groups) {
    expect(authored.talk[language]?.length, language).toBeGreaterThan(10)
    expect(authored.meanings[language], language).toBeDefined()
  }
})

test('no line is in two groups of one language: it cannot ask two things', () => {
  const places = authored.groups.filter(({ thing, together }) => thing === undefined && together !== true)
  const lines = places.flatMap((group) => group.lines.map((line) => `${group.language} ${line.toLowerCase()}`))
  const twice = lines.filter((line, at) => lines.indexOf(line) !== at)

  expect(twice).toEqual([])
})
