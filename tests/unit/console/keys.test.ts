import { expect, test } from 'vitest'
import { commandOf, type Pressed, sends, singleKeysOf } from '#console/desk/keys.ts'

const pressed = (key: string, fields: Partial<Pressed> = {}): Pressed => ({
  ...{ key, ctrlKey: false, metaKey: false, altKey: false, typing: false, singleKeys: true },
  ...fields,
})

test.each(Object.entries(singleKeysOf))('%s is asked for by %s', (command, key) => {
  expect(commandOf(pressed(key))).toBe(command)
})

test('no key asks for two things', () => {
  const keys = Object.values(singleKeysOf)

  expect(new Set(keys).size).toBe(keys.length)
})

test.each([
  ['while somebody writes', { typing: true }],
  ['with Ctrl, which is the browser’s', { ctrlKey: true }],
  ['with Cmd', { metaKey: true }],
  ['with Alt', { altKey: true }],
  ['where they are turned off', { singleKeys: false }],
])('nothing is asked for %s', (_, fields) => {
  expect(commandOf(pressed('n', fields))).toBeUndefined()
})

test.each(['constructor', 'toString', 'z', 'Enter'])('%s asks for nothing', (key) => {
  expect(commandOf(pressed(key))).toBeUndefined()
})

test('Ctrl or Cmd with Enter sends, Enter alone is a new line', () => {
  expect(sends(pressed('Enter', { ctrlKey: true }))).toBe(true)
  expect(sends(pressed('Enter', { metaKey: true }))).toBe(true)
  expect(sends(pressed('Enter'))).toBe(false)
})
