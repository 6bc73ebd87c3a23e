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
  'since (?<year>\\d{4})?',
  '(?:please )?cancel.*account',
  'a.{0,40}b.{0,40}c',
  '\\w+\\s+\\w+\\s+\\w+',
  'a\\.*\\.*',
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

test.each([
  'a.*b.*c',
  '\\S+x[^y]+z',
  '.{3,}-.+!',
  '\\d+\\d+!',
  '\\w+\\s*\\w+!',
  '[a-z]+(?:x|y)?[^0-9]+$',
  '(?:refund|money.*back).*now.*\\?',
  'a.{0,40}b.{0,40}c.{0,40}d',
  'cancel.*a.{0,40}b',
  '(?=.*a.*b)c',
  '(?:abc)+(?:abc)+d',
  '(\\w+) \\1+\\w+!',
  '(a*)\\1\\1\\1b',
  'a?'.repeat(20).concat('b'),
])('%s, whose repeats could divide a message among them for ever, is refused', (pattern) => {
  expect(checkPattern('pattern', pattern)).toEqual([
    expect.stringMatching(
      /^pattern: ".+" is not allowed: must not hold repeats, options or alternatives that take the same characters/,
    ),
  ])
})

test.each([
  '(a|aa){3}'.repeat(9).concat('x'),
  '(?:a|a)'.repeat(24).concat('x'),
  '(?:a|[ab]){3}'.repeat(8).concat('x'),
  '(?:(?:a|ab)b?){3}'.repeat(6).concat('x'),
  '(?:a|ab|a\\b){2}'.repeat(5).concat('x'),
  '(?:ab)?'.repeat(25).concat('x'),
  '(?:ab){0,3}'.repeat(12).concat('x'),
  '(?:a|\\u{5b57}?){2}'.repeat(8).concat('\\u{5b57}x'),
])('%s, whose alternatives and options could take one text in ever more ways, is refused', (pattern) => {
  expect(checkPattern('pattern', pattern)).toEqual([
    expect.stringMatching(/must not hold repeats, options or alternatives that take the same characters/),
  ])
})

test.each([
  '(?:refund|return|replace)\\s+(?:my|mine|our)\\s+(?:order|orders|ordering)\\b',
  '(?:please )?(?:can you )?(?:kindly )?cancel(?:led|ling)? (?:it|this|the order)',
  `(?:${Array.from({ length: 300 }, (_, n) => `w${n}x`).join('|')}) (?:${Array.from({ length: 300 }, (_, n) => `v${n}x`).join('|')})`,
])('%s, whose alternatives differ, is accepted', (pattern) => {
  expect(checkPattern('pattern', pattern)).toEqual([])
})

test.each([
  ['('.repeat(20_000).concat('a', ')'.repeat(20_000)), 'must have at most 4000 characters'],
  ['('.repeat(30).concat('a', '){3}'.repeat(30)), 'must not nest groups more than 8 deep'],
  ['('.repeat(9).concat('a', ')'.repeat(9)), 'must not nest groups more than 8 deep'],
])('what is too long or too deep to be judged is refused, and nothing fails', (pattern, fault) => {
  expect(checkPattern('pattern', pattern)[0]).toContain(fault)
})

test.each([`${'\\('.repeat(9)}[((((((((((]${'(?:a)'.repeat(9)}`, '('.repeat(8).concat('a', ')'.repeat(8))])(
  'escaped, in a class, and side by side, groups are not deep: %s',
  (pattern) => {
    expect(checkPattern('pattern', pattern)).toEqual([])
  },
)

test.each([
  '\\d+ (?:items|pieces)',
  'order .* (?:late|lost)',
  '^.*refund.{0,200}$',
  '\\b\\w+@\\w+\\.\\w+',
  '\\d+,\\d+\\.\\d+ (?:eur|usd)',
  '\\p{L}+\\s+\\p{N}+!',
  'stop.*',
  '(\\w)\\1\\1\\1!',
  'x+y*z+!',
])('%s, in which each part has its own characters or only one repeat is open, is accepted', (pattern) => {
  expect(checkPattern('pattern', pattern)).toEqual([])
})

// What the longest message of one kind costs is what was promised: these are the worst known of the accepted.
test.each([
  ['\\w+!', 'a'],
  ['a.{0,40}b.{0,40}c', 'ab'],
  ['(?:please )?cancel.*account', 'cancel '],
])('%s gives up on %s again and again', (pattern, piece) => {
  expect(checkPattern('pattern', pattern)).toEqual([])
  expect(new RegExp(pattern, 'iu').exec(piece.repeat(4_000).slice(0, 4_000))).toBeNull()
})

test.each(['x*', 'fire|', '(burnt)?', '^'])('%s, which fits every message, is refused', (pattern) => {
  expect(checkPattern('pattern', pattern)).toEqual([
    `pattern: ${JSON.stringify(pattern)} is not allowed: must not fit an empty text: it would fit every message`,
  ])
})
