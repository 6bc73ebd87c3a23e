import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { csv } from '#shared/report/csv.ts'
import { handoffColumns, handoffsCsv } from '#shared/report/handoffs-csv.ts'
import { waitingConversation } from '#tests/support/waiting-conversation.ts'

test.each([
  ...['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\n=1', '=HYPERLINK("http://evil")', ' =1+1', '\u00a0=1', '\ufeff=1'],
  ...['＝1+1', '＋1', '－1', '＠SUM(A1)'],
])('text that a spreadsheet would run is kept as text: %j', (text) => {
  expect(csv([[text]]).replace(/^"/, '')).toMatch(/^'/)
})

test('a carriage return at the start is kept as text too, inside quotes', () => {
  expect(csv([['\r=1']])).toBe('"\'\r\'=1"\r\n')
})

test.each([
  ['plain', 'plain'],
  ['a,b', '"a,b"'],
  ['say "hi"', '"say ""hi"""'],
  ['two\nlines', '"two\nlines"'],
  ['a=b', 'a=b'],
  ['a;b', '"a;b"'],
  ['a\t1', '"a\t1"'],
  ['Grüße, 東京 🙂', '"Grüße, 東京 🙂"'],
  ['half \ud83d of it', 'half \ufffd of it'],
  ['', ''],
])('text is quoted only where it must be: %j', (text, cell) => {
  expect(csv([[text]])).toBe(`${cell}\r\n`)
})

/** Cells as a program cuts them that ends them at another sign: quotes in the middle of one are none for it. */
const cutAt = (sign: string, text: string): readonly string[] => text.split(new RegExp(`[${sign}\\r\\n]+`))

test.each([
  ...['a;=1+1;b', 'a; =1+1;b', 'a\t@SUM(A1)\tb', 'a\n=1+1\nb', 'a\r\n+1\r\nb', 'a\n\n-1', 'a";=1;"b', 'a;\ufeff＝1'],
  ...['a;;=1', 'a;"=1', 'a\u2028=1'],
])('nor is any run that begins behind a sign at which spreadsheets of other countries end a cell: %j', (text) => {
  const written = csv([['1', text, '2']])

  for (const sign of [';', '\\t']) {
    const cells = cutAt(sign, written).map((cell) => cell.replace(/^[\s"\ufeff]+/, ''))
    expect(cells.filter((cell) => /^[=+\-@＝＋－＠]/.test(cell))).toEqual([])
  }
})

test('numbers stay numbers, and what is unknown stays empty', () => {
  expect(csv([[-5, 0, undefined, 2.5]])).toBe('-5,0,,2.5\r\n')
})

test('a spreadsheet’s reader gets back what was written, whatever stands in it', () => {
  const texts = ['=1', '"', 'a"b', 'a\r\nb', 'a;b', ',', '\t', "'", 'ß', '', ' ', '-5 °C', 'two\n\nlines']

  const [read = []] = parse(csv([texts]), { recordDelimiter: '\r\n' }) as string[][]

  expect(read.map((cell) => cell.replace(/^'(?=\s*[=+\-@\t])/, ''))).toEqual(texts)
})

test('each handoff is a row under the documented columns', () => {
  const { handoff } = waitingConversation({ startedAt: Date.UTC(2026, 10, 23, 10) })
  const reasoned = { ...handoff, reason: '=cmd|calc', openedAt: handoff.startedAt + 90_000 }

  const [head = '', row = '', end] = handoffsCsv([reasoned]).split('\r\n')

  expect(head.split(',')).toEqual(handoffColumns)
  const cells = Object.fromEntries(row.split(',').map((cell, index) => [handoffColumns[index], cell]))
  expect(cells).toMatchObject({
    id: handoff.id,
    reason: "'=cmd|calc",
    started_at: '2026-11-23T10:00:00.000Z',
    wait_before_seconds: '90',
    wait_to_claim_seconds: '',
    number: '1',
    evidence_score: '1',
    evidence_threshold: '1',
    evidence_matched: '',
    earlier_teams: '',
    fired: 'asked-for-human',
  })
  expect(end).toBe('')
})
