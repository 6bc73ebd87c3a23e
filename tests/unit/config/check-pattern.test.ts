import { expect, test } from 'vitest'
import { checkPattern } from '#shared/config/check-pattern.ts'

test.each([
  'burn(t|ed)',
  'order\\s+#?\\d{4,}',
  '(?:refund|money back)',
  '\\(.+\\)+',
  '[(a+)]+',
  '(?:abc)+',
  '(a|b){2}',
  '(\\d{3}-){5}',
  '(?<year>\\d{4})?',
  '(?:please )?cancel.*account',
  'a.{0,40}b.{0,40}c',
  '\\w+\\s+\\w+\\s+\\w+',
  '\\.*\\.*',
  'colou?r',
])('%s is accepted', (pattern) => {
  expect(checkPattern('pattern', pattern)).toEqual([])
})

test.each([
  '(a+)+',
  '(a|ab)*',
  '((ab*)c){2,}',
  '(?:x{1,}y)*',
  '(\\w+\\s?)*$',
  '([a-z]+)+',
  '(a(b|c))+',
  '(.*,)+?',
  '(a{2,3})+',
  '(ab?)+',
  '(a+){9}',
  '(a|aa){2,30}',
])('%s, which could take a message for ever, is refused', (pattern) => {
  expect(checkPattern('pattern', pattern)).toEqual([
    `pattern: ${JSON.stringify(pattern)} is not allowed: must not repeat a group that holds a repeat, an option or alternatives`,
  ])
})

test.each(['(', '[a', 'a{2,1}', '\\p{Nonsense}', '*'])(
  '%s, which does not compile, is refused with the reason',
  (pattern) => {
    expect(checkPattern('pattern', pattern)).toEqual([
      expect.stringMatching(/must be a regular expression that compiles: \S/),
    ])
  },
)

test.each(['a.*b.*c', '\\S+x[^y]+', '.{3,}-.+'])('%s, with several unbounded wide runs, is refused', (pattern) => {
  expect(checkPattern('pattern', pattern)).toEqual([expect.stringContaining('must hold ".*" or the like once only')])
})
