import { expect, test } from 'vitest'
import { readResult } from '#shared/tool/read-result.ts'

const nested = (depth: number): string => (depth === 0 ? '1' : `{"a":${nested(depth - 1)}}`)

test.each([
  '{}',
  '{"status":"shipped","items":[{"name":"Lamp","count":2}],"note":null}',
  nested(7),
  `{"note":"${'x'.repeat(32_000)}"}`,
  '{"value":0,"small":1e-100,"large":1e100}',
])('an object that can be kept is a result: %.60s', (text) => {
  expect(readResult(text, undefined)).toEqual({ ok: true, result: JSON.parse(text) })
})

test.each(['', 'null', '[]', '"shipped"', '42', '{', '<html>', '{"a":1}}'])('%j is no JSON object', (text) => {
  expect(readResult(text, undefined)).toEqual({ ok: false, cause: 'answered no JSON object' })
})

test.each([nested(9), '{"a":1e300}', '{"a":[1e-200]}', '{"":1}', '{"__proto__":{"a":1}}', `{"${'n'.repeat(201)}":1}`])(
  '%.60s cannot be kept in a table',
  (text) => {
    expect(readResult(text, undefined)).toEqual({ ok: false, cause: 'answered what cannot be kept' })
  },
)

test('more than 32 KiB are too much, counted in bytes', () => {
  expect(readResult(JSON.stringify({ note: 'ü'.repeat(17_000) }), undefined)).toEqual({
    ok: false,
    cause: 'answered too much',
  })
})

test('half a surrogate pair becomes a character that can be stored', () => {
  expect(readResult('{"note":"\\ud83d"}', undefined)).toEqual({ ok: true, result: { note: '\ufffd' } })
})

const output = {
  type: 'object' as const,
  properties: { status: { type: 'string' as const, enum: ['packed', 'shipped'] }, days: { type: 'integer' as const } },
  required: ['status'],
}

test('where the answer is declared, what is not declared is left out', () => {
  const read = readResult('{"status":"shipped","days":2,"internalNote":"never shown"}', output)

  expect(read).toEqual({ ok: true, result: { status: 'shipped', days: 2 } })
})

test.each(['{"days":2}', '{"status":"lost"}', '{"status":"shipped","days":"two"}', '{"status":"shipped","days":1.5}'])(
  'where the answer is declared, %s is none',
  (text) => {
    expect(readResult(text, output)).toEqual({ ok: false, cause: 'answered other fields than declared' })
  },
)
