import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { featuresOf, TABLE_SIZE } from '#shared/words/features.ts'
import { sentencesOf } from '#shared/words/tokens.ts'

const rowsOf = (text: string): readonly number[] => [...featuresOf(sentencesOf(text))]

// Of every script and every kind of mark: the weights fit no other features than those they were trained with.
const written = [
  'I want to talk to a REAL human!!',
  'Ich möchte mit einem Menschen sprechen. Sofort?!',
  "j'en ai marre, l’avocat vous écrira… 3 fois",
  'chcę rozmawiać z człowiekiem',
  'müşteri temsilcisine bağlanmak istiyorum',
  'أريد التحدث إلى موظف؟',
  'मुझे किसी इंसान से बात करनी है।',
  '人工客服！请转接。',
  'オペレーターにつないでください',
  'אני רוצה נציג אנושי',
  'соедините с оператором',
  '상담원 연결해 주세요',
  'pl3ase рlease pleeease 😡 @gent $upport 4711 1,234.50',
].join('\n')

test('the features are those that the checked-in weights were trained with', () => {
  const digest = createHash('sha256').update(rowsOf(written).join()).digest('hex')

  expect(digest).toBe('ead8f0436296862ed0862328af4dabb917d44774165daf6006e5e5c8ee7ff87f')
})

test('each is a row of the table', () => {
  const rows = rowsOf(written)

  expect(rows.every((row) => Number.isInteger(row) && row >= 0 && row < TABLE_SIZE)).toBe(true)
  expect(new Set(rows).size).toBeGreaterThan(rows.length / 2)
})

test.each([
  ['the order of words', 'talk to me', 'me to talk'],
  ['a letter', 'human', 'humane'],
  ['tone', 'really', 'really?!'],
  ['where a sentence ends', 'no. human', 'no human'],
])('%s counts', (_, one, other) => {
  expect(rowsOf(one)).not.toEqual(rowsOf(other))
})

test.each([
  ['capitals of one word', 'Human', 'human'],
  ['which number it is', 'order 12', 'order 4711'],
  ['spaces', 'a   human', 'a human'],
])('%s do not', (_, one, other) => {
  expect(rowsOf(one)).toEqual(rowsOf(other))
})

test('a word longer than the room for its rows has all of them', () => {
  const long = 'abcdefghij'.repeat(4)

  const rows = rowsOf(Array.from({ length: 200 }, (_, at) => `${long}${at}`).join(' '))

  expect(rows.length).toBeGreaterThan(200 * 100)
})
