import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { guards } from './guards.ts'
import { derivedMutants } from './mutation/all-mutants.ts'
import { conditions, conditionsIn } from './mutation/conditions.ts'
import { equivalents } from './mutation/equivalents.ts'
import { shownName } from './mutation/try-guards.ts'

const times = (text: string, part: string): number => text.split(part).length - 1

test.each(guards)('$file: $test: what is taken out stands there once', ({ file, source }) => {
  expect(times(readFileSync(file, 'utf8'), source)).toBe(1)
})

describe('every condition of a write is known', () => {
  const known: readonly string[] = JSON.parse(readFileSync('tests/faults/mutation/conditions.json', 'utf8'))

  test('the product holds the conditions that `npm run guards` was last seen to take out, and no others', () => {
    expect(conditions()).toEqual(known)
  })

  test('a new one is found, of whatever kind', () => {
    const source = `const change = [{ kind: 'thread-changed', patch: { expect: { epoch } } }]
      const item = { ConditionExpression: 'a = :b' }
      const record = put(key, fields)`

    expect(conditionsIn('a.ts', source)).toHaveLength(4)
  })

  test('each stands where guards are taken out', () => {
    const taken = new Set(derivedMutants().map(shownName))

    expect(known.filter((name) => !taken.has(name))).toEqual([])
  })
})

test('whatever is said to make no difference stands in the source', () => {
  const derived = new Set(derivedMutants().map(shownName))

  expect(Object.keys(equivalents).filter((name) => !derived.has(name))).toEqual([])
})
