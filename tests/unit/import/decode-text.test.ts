import { expect, test } from 'vitest'
import { decodeText } from '#infra/import/decode-text.ts'

const latin = (text: string) => Buffer.from(text, 'latin1')

test.each([
  ['UTF-8', Buffer.from('Grüße €'), 'Grüße €'],
  ['UTF-8 with a mark', Buffer.from('\uFEFFGrüße'), 'Grüße'],
  ['UTF-16 of a spreadsheet', Buffer.from('\uFEFFGrüße', 'utf16le'), 'Grüße'],
  ['Latin that says nothing', Buffer.concat([latin('Grüße '), Buffer.from([0x80])]), 'Grüße €'],
  ['Latin that says so', latin('<meta charset="iso-8859-1">Grüße'), '<meta charset="iso-8859-1">Grüße'],
  [
    'Greek that says so',
    Buffer.concat([latin('<?xml encoding="iso-8859-7"?>'), Buffer.from([0xe1])]),
    '<?xml encoding="iso-8859-7"?>α',
  ],
  ['UTF-8 that says it is Latin', Buffer.from('<meta charset=iso-8859-1>ü'), '<meta charset=iso-8859-1>ü'],
  ['a charset that there is not', latin('<meta charset="klingon">ü'), '<meta charset="klingon">ü'],
])('%s is read', (_kind, bytes, text) => {
  expect(decodeText(bytes)).toBe(text)
})
