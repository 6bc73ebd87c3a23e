import { describe, expect, test } from 'vitest'
import { dispositionOf, fileName, servedType } from '#shared/attachment/attachment-link.ts'

describe('the type that a file is served as', () => {
  test.each(['image/jpeg', 'image/png', 'application/pdf', 'text/plain', 'audio/ogg', 'video/mp4'])(
    '%s stays what it is',
    (type) => {
      expect(servedType(type)).toBe(type)
    },
  )

  test.each([
    'text/html',
    'image/svg+xml',
    'application/xhtml+xml',
    'text/xml',
    'application/javascript',
    'application/x-msdownload',
    'multipart/x-mixed-replace',
    'image/jpeg\r\nset-cookie: a=b',
    'IMAGE/PNG',
    '__proto__',
    'constructor',
    '',
  ])('%j, which a browser might run or does not know, is bytes', (type) => {
    expect(servedType(type)).toBe('application/octet-stream')
  })
})

describe('the name that a file is saved under', () => {
  test.each([
    ['invoice.pdf', 'invoice.pdf'],
    ['Rechnung Müller (2).pdf', 'Rechnung Müller (2).pdf'],
    ['請求書.pdf', '請求書.pdf'],
    ['📎.png', '📎.png'],
    ['../../etc/passwd', '_.._etc_passwd.pdf'],
    ['C:\\temp\\a.txt', 'C__temp_a.txt'],
    ['a"; filename="b.exe', 'a__ filename=_b.exe'],
    ['a\r\nset-cookie: x=1.txt', 'a__set-cookie_ x=1.txt'],
    ['gpj.\u202eexe', 'gpj._exe.pdf'],
    ['a.jpg\u3164\u2800\u115f.exe', 'a.jpg___.exe'],
    ['half \ud83d.txt', 'half _.txt'],
    ['100%.txt', '100_.txt'],
    [' ...hidden... ', 'hidden.pdf'],
  ])('of %j is %j', (given, expected) => {
    expect(fileName(given, 'file', 'application/pdf')).toBe(expected)
  })

  test.each([
    [undefined, 'image', 'image/jpeg', 'image.jpg'],
    ['', undefined, 'application/pdf', 'file.pdf'],
    ['image', 'image', 'image/png', 'image.png'],
    ['Scan 2. Mai', 'file', 'application/pdf', 'Scan 2. Mai.pdf'],
    ['notes.tar', 'file', 'text/plain', 'notes.tar'],
    ['model', 'file', 'application/zip', 'model'],
    ['...', 'voice note', 'audio/ogg', 'voice note.ogg'],
    [undefined, undefined, 'application/zip', 'file'],
    [undefined, '../x', 'text/html', '_x'],
  ])('of %j, a %j of %s, is %j', (given, kind, type, expected) => {
    expect(fileName(given, kind, type)).toBe(expected)
  })

  test('is short, and keeps the ending that says what the file is', () => {
    const long = fileName(`${'界'.repeat(300)}.pdf`, undefined, 'application/pdf')
    const longEnding = fileName(`a.${'x'.repeat(300)}`, undefined, 'application/pdf')

    expect([...long]).toHaveLength(100)
    expect(long.endsWith('界.pdf')).toBe(true)
    expect([...longEnding]).toHaveLength(100)
  })
})

describe('the header that has a file saved', () => {
  test('names it in ASCII and, for whoever reads RFC 8187, in its own letters', () => {
    expect(dispositionOf('Müller & 請求書 (1).pdf')).toBe(
      `attachment; filename="M_ller & ___ (1).pdf"; filename*=UTF-8''M%C3%BCller%20%26%20%E8%AB%8B%E6%B1%82%E6%9B%B8%20%281%29.pdf`,
    )
  })

  test.each(['a"b', "it's", 'a\\b', 'a\r\nb: c', 'a;b', '%0d%0a', '\u2028', 'é'.repeat(80), '\u0000', '🙂'])(
    'is one header of the one form, whatever the customer called the file: %j',
    (given) => {
      const header = dispositionOf(fileName(given, undefined, 'image/png'))

      expect(header).toMatch(/^attachment; filename="[ !#-[\]-~]+"; filename\*=UTF-8''[\w.!~%-]+$/)
    },
  )
})
