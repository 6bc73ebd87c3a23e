import { expect, test } from 'vitest'
import { deriveMutants } from '#tests/faults/mutation/derive.ts'
import { applyTo, nameOf } from '#tests/faults/mutation/mutant.ts'

const changesOf = (source: string) => deriveMutants('a.ts', source).map((mutant) => applyTo(source, mutant))

test('an if is never taken, and each part of its condition is left out', () => {
  expect(changesOf('if (a || b) throw c')).toEqual([
    'if (false) throw c',
    'if (false || b) throw c',
    'if (a || false) throw c',
  ])
  expect(changesOf('if (a && b) throw c')).toContain('if (true && b) throw c')
})

test('a bound is moved by one, brackets and all', () => {
  expect(changesOf('if ((a ?? 0) <= now) throw c')).toContain('if ((a ?? 0) < now) throw c')
})

test('a rule that answers yes or no loses each of its reasons; what puts a value together is left alone', () => {
  expect(changesOf('const may = (a) => a.admin || a.lead')).toEqual([
    'const may = (a) => false || a.lead',
    'const may = (a) => a.admin || false',
  ])
  expect(changesOf('const shown = (a) => a.name && { name: a.name }')).toEqual([])
})

test('each condition of a write is left out by itself', () => {
  expect(changesOf('const p = { expect: { status, epoch: 1 }, set: { a } }')).toEqual([
    'const p = { expect: { ...{}, epoch: 1 }, set: { a } }',
    'const p = { expect: { status, ...{} }, set: { a } }',
  ])
  expect(changesOf("const p = { TableName, ConditionExpression: 'a = :b' }")).toEqual([
    'const p = { TableName, ...{} }',
  ])
})

test('each record of a transaction is left out; other lists are left alone', () => {
  expect(changesOf("const c = [{ kind: 'write-seen', key }, other]")).toEqual(['const c = [...[], other]'])
  expect(changesOf("const c = [{ name: 'x' }, other]")).toEqual([])
})

test('a record that must be new is put over whatever is there', () => {
  expect(changesOf('const item = put(stateKey(id), { id })')).toEqual(['const item = put(stateKey(id), { id }, false)'])
  expect(changesOf('const item = put(stateKey(id), { id }, false)')).toEqual([])
})

test('what was caught is thrown on, and a bound loses either side', () => {
  expect(changesOf('try { a() } catch { b() }')).toEqual(['try { a() } catch (cause) { throw cause; b() }'])
  expect(changesOf('const at = Math.max(now, last + 1)')).toEqual([
    'const at = Math.max(...[], last + 1)',
    'const at = Math.max(now, ...[])',
  ])
})

test('a mutant is named by what it does and to what, not by where', () => {
  const source = 'if (a\n  || b) throw c'

  expect(deriveMutants('a.ts', source).map((mutant) => nameOf(mutant, source))).toEqual([
    'a.ts: never `a || b`',
    'a.ts: leave out `a`',
    'a.ts: leave out `b`',
  ])
})
