import { expect, test } from 'vitest'
import { masked } from '#shared/report/clusters/masked.ts'

test.each([
  ['write to (ada@example.com), please', 'write to [address] please'],
  ['ada@example.com. Thanks', '[address] Thanks'],
  ['see https://a.example/b or 0049 30 1234', 'see [link] or [number]'],
])('%s is shown as %s', (text, shown) => {
  expect(masked(text)).toBe(shown)
})

test.each(['meet me @ six', '@here', 'ada@example', 'a@.', '@a.b', 'one. two@three'])('%s holds no address', (text) => {
  expect(masked(text)).toBe(text)
})

// As an expression it would take days: each sign with each letter before it and behind it.
test('one customer’s line without end does not stop the week’s report', () => {
  expect(masked('a@'.repeat(50_000))).toHaveLength(100_000)
})
