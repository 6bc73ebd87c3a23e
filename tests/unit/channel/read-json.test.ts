import { expect, test } from 'vitest'
import { readJson } from '#shared/channel/read-json.ts'

const nested = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels)

test.each([
  ['{"text":"Grüße 😀"}', { text: 'Grüße 😀' }],
  ['"\\u0000"', '\u0000'],
  ['"a string may hold [[[[ and \\" and }"', 'a string may hold [[[[ and " and }'],
  [' 7 ', 7],
])('%s is read as it is', (text, value) => {
  expect(readJson(Buffer.from(text))).toEqual({ ok: true, value })
})

test.each([
  ['a broken character', Buffer.from([0x22, 0xff, 0x22]), 'body: not valid UTF-8'],
  ['half a character', Buffer.from('"😀"').subarray(0, 4), 'body: not valid UTF-8'],
  ['half an object', Buffer.from('{"a":'), 'body: not valid JSON'],
  ['nothing', Buffer.alloc(0), 'body: not valid JSON'],
])('%s is refused', (_what, body, detail) => {
  expect(readJson(body)).toEqual({ ok: false, detail })
})

test('32 levels are read, one more is refused before it is parsed', () => {
  expect(readJson(Buffer.from(nested(32)))).toMatchObject({ ok: true })
  expect(readJson(Buffer.from(nested(33)))).toEqual({ ok: false, detail: 'body: nested deeper than 32 levels' })
  expect(readJson(Buffer.from('['.repeat(200_000)))).toMatchObject({ ok: false })
})

test('brackets in a string are no levels', () => {
  expect(readJson(Buffer.from(JSON.stringify('[{'.repeat(100))))).toMatchObject({ ok: true })
})

test('an escaped quotation mark ends no string, and the end of a string is seen', () => {
  expect(readJson(Buffer.from(JSON.stringify(`"${'['.repeat(100)}`)))).toMatchObject({ ok: true })
  expect(readJson(Buffer.from(`["a",${nested(32)}]`))).toMatchObject({ ok: false })
})

test('objects are levels like lists, and what was closed is none', () => {
  const [open, close] = ['{"a":'.repeat(33), '}'.repeat(33)]

  expect(readJson(Buffer.from(`${open}1${close}`))).toMatchObject({ ok: false })
  expect(readJson(Buffer.from(`[${'{},'.repeat(100)}1]`))).toMatchObject({ ok: true })
  expect(readJson(Buffer.from(`[${'[],'.repeat(100)}1]`))).toMatchObject({ ok: true })
})
