import { expect, test } from 'vitest'
import { tone } from '#shared/triggers/tone.ts'

const heard = (message: string): readonly string[] => tone(message).map(({ matched }) => matched)

test.each([
  ['I WANT ALL MY MONEY', 'four words in capitals'],
  ['ГДЕ МОЙ ЗАКАЗ ПОЧЕМУ', 'in other scripts that have them'],
  ['WHERE IS MY ORDER please', 'all words but one of five'],
  ['WO IST MEINE BESTELLUNG a b c', 'words of one letter not counted'],
])('%s: %s', (message) => {
  expect(heard(message)).toEqual([message])
})

test.each([
  ['I WANT MONEY', 'I is no word, two are too few'],
  ['where is MY ORDER NUMBER FOUR please', 'too few of all words'],
  ['McD IpH AbC DeF', 'small letters among them'],
  ['我要我的錢 請給我 我的訂單 在哪裡', 'a script without capitals'],
  ['𠀀 𠀁 𠀂 𠀃', 'letters beyond the first plane, one each'],
  ['1234 5678 9012 3456', 'no letters at all'],
])('%s is not shouted: %s', (message) => {
  expect(heard(message)).toEqual([])
})

test('rows of exclamation marks are heard beside capitals, each as it stands', () => {
  expect(heard(' GIVE ME MY MONEY !!! ')).toEqual(['GIVE ME MY MONEY !!!', '!!!'])
  expect(heard('really?!?')).toEqual(['?!?'])
  expect(heard('thanks!')).toEqual([])
})
