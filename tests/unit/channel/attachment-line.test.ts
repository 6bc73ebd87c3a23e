import { expect, test } from 'vitest'
import { attachmentLine, attachmentsLine } from '#shared/channel/attachment-line.ts'

test.each([
  [{ name: 'invoice.pdf', contentType: 'application/pdf', size: 82_400 }, 'invoice.pdf (application/pdf, 82 KB)'],
  [{ name: 'a.png', size: 999 }, 'a.png (999 bytes)'],
  [{ name: 'a.png', size: 3_600_000 }, 'a.png (4 MB)'],
  [{ name: ' two\nlines\t' }, 'two lines'],
  [{ name: 'a\u202Efdp.exe', contentType: 'x\u0000y\u001b[31m' }, 'a fdp.exe (x y [31m)'],
  [{ name: '\u2067\u0085\u200f', kind: 'image' }, 'image'],
  [{ name: '👩\u200d👩\u200d👧.png' }, '👩\u200d👩\u200d👧.png'],
  [{ kind: 'image', contentType: 'image/jpeg' }, 'image (image/jpeg)'],
  [{ kind: 'image', name: 'a.png' }, 'a.png'],
  [{}, 'a file'],
  [{ name: `${'x'.repeat(79)}😀` }, `${'x'.repeat(79)}\uFFFD…`],
])('%j is told as %j', (attachment, line) => {
  expect(attachmentLine(attachment)).toBe(line)
})

test('several are told in their order, and what is too many is counted', () => {
  const three = ['a', 'b', 'c'].map((name) => ({ name }))

  expect(attachmentsLine(three)).toBe('a, b, c')
  expect(attachmentsLine([...three, { name: 'd' }, { name: 'e' }])).toBe('a, b, c, 2 more')
})
