import { expect, test } from 'vitest'
import { contentTypeOf, unknownType } from '#shared/attachment/content-type.ts'
import { pdf, png } from '#tests/support/channel-files.ts'

const hex = (text: string) => Buffer.concat([Buffer.from(text, 'hex'), Buffer.alloc(20)])
const zip = hex('504b0304')

test.each([
  ['image/png', png()],
  ['image/jpeg', hex('ffd8ffe0')],
  ['image/gif', hex('474946383961')],
  ['image/webp', Buffer.from('RIFF\0\0\0\0WEBPVP8 ')],
  ['image/heic', Buffer.from('\0\0\0\x18ftypheic')],
  ['video/mp4', Buffer.from('\0\0\0\x18ftypisom')],
  ['audio/ogg', Buffer.from('OggS\0')],
  ['application/pdf', pdf()],
])('%s is known by its first bytes, whatever it was said to be', (type, bytes) => {
  expect(contentTypeOf(bytes, { name: 'a.html', contentType: 'text/html' })).toBe(type)
})

test.each([
  ['table.xlsx', undefined, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['LETTER.DOCX', 'application/zip', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  [undefined, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', undefined],
  ['archive.zip', 'application/zip', unknownType],
  ['constructor.constructor', 'image/png', unknownType],
])('a packed file called %j and said to be %j', (name, contentType, type = contentType) => {
  expect(contentTypeOf(zip, { name, contentType })).toBe(type)
})

test.each([
  ['notes.txt', 'text/plain'],
  ['Table.CSV', 'text/csv'],
  ['read.me.md', 'text/markdown'],
  ['page.htm', 'text/html'],
])('%s is text where it reads as text', (name, type) => {
  expect(contentTypeOf(Buffer.from('größe;1'), { name })).toBe(type)
  expect(contentTypeOf(Buffer.from([0xff, 0xfe, 0x41]), { name })).toBe(unknownType)
  expect(contentTypeOf(Buffer.from('a\0b'), { name })).toBe(unknownType)
})

test('what is said and not borne out is not believed', () => {
  expect(contentTypeOf(Buffer.from('<script>'), { name: 'a.png', contentType: 'image/png' })).toBe(unknownType)
  expect(contentTypeOf(Buffer.alloc(0), { contentType: 'application/pdf' })).toBe(unknownType)
})
