import { expect, test } from 'vitest'
import { deriveMutants } from '#tests/faults/mutation/derive.ts'
import { countRounds, instrument, isSwitchable } from '#tests/faults/mutation/instrument.ts'
import { GoesRoundError, GuardSwitch } from '#tests/faults/mutation/switch.ts'

const load = (source: string, guardSwitch: GuardSwitch, name: string) => {
  const numbered = deriveMutants('a.ts', source).map((mutant, number) => ({ number, mutant }))
  const text = `${countRounds(instrument(source, numbered))}\nreturn ${name}`
  return new Function('__chooseGuard', '__countRound', text)(guardSwitch.choose, guardSwitch.countRound)
}

const outerAndInner = `
const outer = (n) => {
  if (n < 0) return 'negative'
  const inner = (m) => { if (m > 9) return 'large'; return 'fine' }
  return inner(n)
}`

test('without a mutant everything is as it was, and what was come by is noted', () => {
  const guardSwitch = new GuardSwitch()
  const outer = load(outerAndInner, guardSwitch, 'outer')

  expect([-1, 10, 5].map((n) => outer(n))).toEqual(['negative', 'large', 'fine'])
  expect([...guardSwitch.reached]).toEqual([0, 1, 2, 3])
})

test('one mutant at a time is in force, in a function and in the functions within it', () => {
  const guardSwitch = new GuardSwitch()
  const outer = load(outerAndInner, guardSwitch, 'outer')

  guardSwitch.turnTo(0)
  expect([-1, 10].map((n) => outer(n))).toEqual(['fine', 'large'])

  guardSwitch.turnTo(2)
  expect([-1, 10].map((n) => outer(n))).toEqual(['negative', 'fine'])

  guardSwitch.turnTo(3)
  expect([9, 10].map((n) => outer(n))).toEqual(['large', 'large'])
})

test('what goes round for ever without its way out is ended', () => {
  const guardSwitch = new GuardSwitch(5)
  const loop = load('const loop = (n) => { for (;;) if (n > 0) return n }', guardSwitch, 'loop')

  expect(loop(1)).toBe(1)

  guardSwitch.turnTo(0)
  expect(() => loop(1)).toThrow(GoesRoundError)
})

test('what stands outside of every function cannot be switched', () => {
  const source = 'if (a) throw b'

  expect(deriveMutants('a.ts', source).map((mutant) => isSwitchable(source, mutant))).toEqual([false])
})
