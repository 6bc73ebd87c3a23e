import { expect, test } from 'vitest'
import { codePointIn } from '#shared/words/characters.ts'

const pair = '\u{e0100}'

test('a text’s characters are those of `codePointAt`, half pairs among them', () => {
  const text = `aß語${pair}\ud800x\udc00${pair}\udb40`
  const places = Array.from(text.matchAll(/./gsu), ({ index }) => index)

  expect(places.map((at) => codePointIn(text, at))).toEqual([...text].map((one) => one.codePointAt(0)))
})

test('half a pair at a cut stays half, however often and fast it is read', () => {
  // Cut out of a longer text, behind whose cut the other half follows.
  const cut = `${'a'.repeat(399)}${pair.repeat(50)}`.slice(0, 400)
  let wholes = 0

  for (let round = 0; round < 2_000; round++)
    for (let at = 0; at < cut.length; at++) if (codePointIn(cut, at) > 0xffff) wholes++

  expect(wholes).toBe(0)
})
