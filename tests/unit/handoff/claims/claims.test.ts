import { describe, expect, test } from 'vitest'
import { claimsIn } from '#shared/handoff/claims.ts'
import { asClaimed, claimsOf, type Known } from '#shared/handoff/claims-of.ts'
import type { Message } from '#shared/thread/message.ts'
import { examine, examLines } from './exam.ts'

test('of authored lines in fourteen languages hardly one claim is made up, and few are missed', () => {
  const lines = examLines()

  const { precision, recall, wrong } = examine(lines)

  expect(wrong).toEqual([])
  expect(precision).toBeGreaterThanOrEqual(0.98)
  expect(recall).toBeGreaterThanOrEqual(0.95)
  expect(lines.length).toBeGreaterThanOrEqual(200)
  expect(new Set(lines.map(({ language }) => language)).size).toBeGreaterThanOrEqual(8)
  expect(lines.filter(({ claims }) => claims.length === 0).length).toBeGreaterThanOrEqual(100)
})

const message = (id: string, text: string, kind: Message['author']['kind'] = 'customer'): Message => ({
  threadId: 't',
  id,
  conversationId: 't.1',
  at: Number(id),
  author: { kind },
  text,
})
const nobody: Known = {}

test('a claim is told with the message that it stands in, once', () => {
  const transcript = [message('1', 'My name is Ada Lovelace'), message('2', 'As I said, my name is Ada Lovelace')]

  expect(claimsOf(transcript, nobody)).toEqual([{ what: 'name', value: 'Ada Lovelace', messageId: '1', at: 1 }])
})

test.each(['assistant', 'agent', 'system'] as const)('what the %s wrote is no claim of the customer', (kind) => {
  expect(claimsOf([message('1', 'My name is Ada Lovelace, order number 4711', kind)], nobody)).toEqual([])
})

describe('what the company vouches for is no claim', () => {
  test.each<readonly [string, Known]>([
    ['My mail is Ada@Example.com', { verified: { email: 'ada@example.com' } }],
    ['Call me at +44 20 7946 0958', { verified: { phone: '020 79460958' } }],
    ['My name is Ada Lovelace', { name: 'Ada King Lovelace' }],
    ['My account number is 99-30021', { account: '9930021' }],
    ['I am a gold member', { tier: 'gold' }],
  ])('%s', (text, known) => {
    expect(claimsOf([message('1', text)], nobody)).toHaveLength(1)
    expect(claimsOf([message('1', text)], known)).toEqual([])
  })

  test.each<readonly [string, Known]>([
    ['My mail is eve@example.com', { verified: { email: 'ada@example.com' } }],
    ['Call me at +44 20 7946 0000', { verified: { phone: '020 79460958' } }],
    ['My name is Eve Lovelace', { name: 'Ada Lovelace' }],
    ['I am a gold member', { tier: 'silver' }],
  ])('what differs from it is: %s', (text, known) => {
    expect(claimsOf([message('1', text)], known)).toHaveLength(1)
  })
})

test('of very many claims the newest are told, and of a very long letter its beginning', () => {
  const many = Array.from({ length: 60 }, (_, n) => message(`${n + 1}`, `order number ${4_000 + n}`))

  expect(claimsOf(many, nobody)).toHaveLength(20)
  expect(claimsOf(many, nobody).at(-1)?.value).toBe('4059')
  expect(claimsIn(`${'and so on, '.repeat(400)} order number 4711`)).toEqual([])
})

test.each([
  ['digits and blanks', '1 '.repeat(2_000)],
  ['dashes', 'order '.repeat(400) + '-'.repeat(1_500)],
  ['large letters', 'My name is Aa '.repeat(280)],
  ['at signs', 'a@'.repeat(2_000)],
  ['marks', `order number ${'#:. '.repeat(900)}`],
])('hostile %s are read to their end: a backtracking expression takes minutes over them', (_, text) => {
  expect(claimsIn(`${text.slice(0, 3_900)} a@b.example`)).toContainEqual({ what: 'email', value: 'a@b.example' })
})

describe('a model’s sentence', () => {
  const claims = claimsOf([message('1', 'I am Eve, my name is Eve Stone, order number 4711, a@b.example')], nobody)

  test.each(['Eve Stone wants a refund', 'Write to a@b.example', 'Verified premium customer wants a refund'])(
    'that states what is only claimed is marked: %s',
    (wish) => {
      expect(asClaimed(wish, claims)).toBe(`The customer says: ${wish}`)
    },
  )

  test.each(['Wants to know where order 4711 is', 'Wants a refund'])('that does not is left as it is: %s', (wish) => {
    expect(asClaimed(wish, claims)).toBe(wish)
  })

  test('may state what the company says', () => {
    expect(asClaimed('Gold customer wants a refund', [], { tier: 'gold' })).toBe('Gold customer wants a refund')
    expect(asClaimed('Premium customer wants a refund', [], { tier: 'gold' })).toMatch(/^The customer says: /)
    expect(asClaimed(undefined, claims)).toBeUndefined()
  })
})
