import { expect, test } from 'vitest'
import { configVersion } from '#shared/config/config-version.ts'

test('the version is short and does not depend on the order of fields, however deep', () => {
  const version = configVersion({ a: 1, b: { c: [1, 2], d: 'x' } })

  expect(version).toMatch(/^[0-9a-f]{12}$/)
  expect(configVersion({ b: { d: 'x', c: [1, 2] }, a: 1 })).toBe(version)
})

test.each([
  { change: 'the order of a list, which rules depend on', config: { a: 1, b: { c: [2, 1] } } },
  { change: 'a field more', config: { a: 1, b: { c: [1, 2], d: 0 } } },
  { change: 'another type', config: { a: '1', b: { c: [1, 2] } } },
])('the version changes with $change', ({ config }) => {
  expect(configVersion(config)).not.toBe(configVersion({ a: 1, b: { c: [1, 2] } }))
})
