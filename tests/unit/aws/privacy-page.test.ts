import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Key } from '#shared/aws/dynamo-keys.ts'
import * as dynamoKeys from '#shared/aws/dynamo-keys.ts'

const page = readFileSync(new URL('../../../docs/privacy.md', import.meta.url), 'utf8')

/** Whatever a key is made of: an id, a time, an event. */
const anything = { at: 0, id: 'x', toString: () => 'x', valueOf: () => 0 }
const isKey = (made: unknown): made is Key => typeof made === 'object' && made !== null && 'pk' in made && 'sk' in made

/** Every key that is made in the one place where keys are made. */
const keys: readonly (readonly [name: string, key: Key])[] = Object.entries(dynamoKeys).flatMap(([name, made]) => {
  const key: unknown =
    typeof made === 'function' ? (made as (...of: unknown[]) => unknown)(...Array(4).fill(anything)) : made
  return isKey(key) ? [[name, key] as const] : []
})

/** What stands in a key before its first id. */
const kindIn = (part: string): string => part.split('#')[0] ?? ''

/** What the page calls kinds of items: by what their sort key begins with, or their partition's. */
const named = new Set(
  page
    .split('\n')
    .map((line) => line.split('|')[2]?.trim() ?? '')
    .filter((where) => where.startsWith('table,'))
    .flatMap((where) => [...where.matchAll(/`([^`]+)`/g)].map(([, name = '']) => kindIn(name))),
)

test('there are as many keys as there are functions that make one', () => {
  const makers = Object.keys(dynamoKeys).filter((name) => name.endsWith('Key') && name !== 'timeKey')

  expect(keys.map(([name]) => name).sort()).toEqual(makers.sort())
})

test.each(keys)(
  'the page of what is kept says how long items of %s stay, and whether an erasure takes them',
  (_, { pk, sk }) => {
    expect([kindIn(sk), kindIn(pk)].some((kind) => named.has(kind))).toBe(true)
  },
)

test('it names no kind that is not there', () => {
  const kinds = new Set(keys.flatMap(([, { pk, sk }]) => [kindIn(sk), kindIn(pk)]))

  expect([...named].filter((name) => !kinds.has(name))).toEqual([])
})

test('each row says how long, and what an erasure does', () => {
  const rows = page.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| what '))

  expect(rows.length).toBeGreaterThan(15)
  expect(
    rows.filter((row) =>
      row
        .split('|')
        .slice(1, -1)
        .some((cell) => cell.trim() === ''),
    ),
  ).toEqual([])
  expect(rows.filter((row) => row.split('|').length !== 6)).toEqual([])
})
