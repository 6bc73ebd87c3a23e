import { expect, test } from 'vitest'
import { readAsked } from '#tests/battery/asked.ts'

const known = ['load', 'calls']

test.each([
  [[], { names: known, scale: 1 }],
  [['--scale', '0.01'], { names: known, scale: 0.01 }],
  [['--part', 'calls', '--part', 'calls'], { names: ['calls'], scale: 1 }],
])('the battery takes %j', (given, asked) => {
  expect(readAsked(given, known)).toEqual(asked)
})

test.each(['abc', '0', '-1', 'Infinity', 'NaN', ''])(
  'a scale of %j, at which nothing would be tried or no end found, is refused',
  (scale) => {
    expect(() => readAsked([`--scale=${scale}`], known)).toThrow('must be a number above 0')
  },
)

test.each([
  [['--part', 'nonsense'], '--part nonsense: there are load, calls'],
  [['--parts', 'calls'], '--parts'],
  [['calls'], 'calls'],
])('the battery refuses %j and says why', (given, why) => {
  expect(() => readAsked(given, known)).toThrow(why)
})
