import { join } from 'node:path'
import { expect, test } from 'vitest'
import { matters } from '#infra/quarter/matters.ts'
import { readPhrasing, readPhrasings } from '#infra/quarter/questions.ts'
import { seeded } from '#infra/quarter/random.ts'
import { wordingOf } from '#infra/quarter/wording.ts'
import { neverMind } from '#shared/triggers/never-mind.ts'

const written = readPhrasings(join(import.meta.dirname, '../../../infra/quarter/questions'))
const named = written.map((phrasing) => [phrasing.language, phrasing] as const)

test('a file is read by its headings, remarks and empty lines left out', () => {
  const { slots, matters: read } = readPhrasing(
    'en',
    '# a remark\n[slots]\nlamp: Alba | Halo lamp\n\n[one]\nA {lamp}?\n# more\nB: c?\n[two]\nD?\n[one]\nE?\n',
  )

  expect([...slots]).toEqual([['lamp', ['Alba', 'Halo lamp']]])
  expect([...read]).toEqual([
    ['one', ['A {lamp}?', 'B: c?', 'E?']],
    ['two', ['D?']],
  ])
})

test('there are questions in six languages, of 25 covered matters and more', () => {
  const covered = matters.filter(({ kind }) => kind === 'covered').map(({ id }) => id)
  const asked = new Set(written.flatMap(({ matters: of }) => [...of.keys()]))

  expect(written.map(({ language }) => language)).toEqual(['de', 'en', 'es', 'fr', 'it', 'pt'])
  expect(covered.filter((id) => !asked.has(id))).toEqual([])
  expect(covered.length).toBeGreaterThanOrEqual(25)
})

test.each(named)(
  '%s asks about every gap and integration, and nothing without a meaning',
  (_, { matters: of, slots }) => {
    const planted = matters.filter(({ kind }) => kind === 'content-gap' || kind === 'missing-integration')
    const known = new Set([...matters.map(({ id }) => id), 'thanks', 'still-there', 'never-mind'])
    const used = [...of.values()]
      .flat()
      .flatMap((line) => [...line.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name))

    expect(planted.filter(({ id }) => (of.get(id) ?? []).length === 0)).toEqual([])
    expect([...of.keys()].filter((id) => !known.has(id))).toEqual([])
    expect([...new Set(used), 'openers', 'closers'].filter((name) => (slots.get(name) ?? []).length === 0)).toEqual([])
  },
)

test.each(named)('whoever goes away in %s says it so that the product understands', (_, { matters: of }) => {
  expect((of.get('never-mind') ?? []).filter((text) => neverMind(text) === undefined)).toEqual([])
  expect((of.get('still-there') ?? []).filter((text) => neverMind(text) !== undefined)).toEqual([])
})

test('whoever asks again asks in other words about the same thing', () => {
  const phrasing = readPhrasing(
    'en',
    '[slots]\nlamp: A | B | C\nopeners: Hi\ncloser: Bye\n[m]\nThe {lamp} one\nThe {lamp} two',
  )

  const { ask } = wordingOf(phrasing, seeded(2))
  const [first, second] = [ask('m', 0), ask('m', 1)]

  const lamp = /the ([abc]) /i.exec(first)?.[1]?.toUpperCase()
  expect(second).toMatch(new RegExp(`^The ${lamp} (one|two)$`))
  expect(second.slice(-3)).not.toBe(/(one|two)/i.exec(first)?.[1]?.toLowerCase())
})

test('a matter without a question, and a slot without a value, are told', () => {
  const { ask } = wordingOf(readPhrasing('en', '[m]\nA {lamp}?'), seeded(1))

  expect(() => ask('other', 0)).toThrow('no wording of "other" in en')
  expect(() => ask('m', 0)).toThrow('no wording of {lamp} in en')
})
