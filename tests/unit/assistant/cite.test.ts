import { expect, test } from 'vitest'
import { cited, uncited } from '#shared/assistant/cite.ts'
import { noticeTexts } from '#shared/handoff/notice-texts.ts'

const returns = { title: 'Return an item', url: 'https://help.example.com/returns' }
const delivery = { title: 'Delivery', url: 'https://help.example.com/delivery' }
const warranty = { title: 'Warranty', url: 'https://help.example.com/warranty' }
const reply = 'You have 30 days.'
const line = 'Source: Return an item, https://help.example.com/returns'

test.each([
  ['nothing', [], reply],
  ['one article', [returns], `${reply}\n\n${line}`],
  ['one article by two passages', [returns, returns], `${reply}\n\n${line}`],
  ['two', [returns, delivery], `${reply}\n\n${line}\nSource: Delivery, https://help.example.com/delivery`],
  [
    'three: two are enough',
    [returns, delivery, warranty],
    `${reply}\n\n${line}\nSource: Delivery, https://help.example.com/delivery`,
  ],
  ['one that lies nowhere', [{ title: 'Note', url: '' }], reply],
])('an answer that rests on %s ends with it', (_, sources, text) => {
  expect(cited(reply, sources, 'en')).toBe(text)
})

test.each([
  'See https://help.example.com/returns.',
  'See https://help.example.com/returns/, please',
  'See [returns](https://help.example.com/returns)',
  'See <https://help.example.com/returns>!',
])('a link that the reply has is not said twice: %s', (text) => {
  expect(cited(text, [returns], 'en')).toBe(text)
})

test.each([
  'See https://help.example.com/returns/lamps.',
  'See https://help.example.com/returns-abroad',
  'Ask help.example.com',
])('a link to another page is no link to this one: %s', (text) => {
  expect(cited(text, [returns], 'en')).toBe(`${text}\n\n${line}`)
})

const noticeLanguages = Object.keys(noticeTexts)

test('each language of the notices has its word, and others have the English one', () => {
  const words = noticeLanguages.map((language) => cited(reply, [returns], language).split('\n')[2]?.split(':')[0])

  expect(noticeLanguages.length).toBeGreaterThanOrEqual(18)
  expect(words.filter((word) => word === 'Source')).toHaveLength(2)
  expect(new Set(words).size).toBeGreaterThanOrEqual(15)
  expect(cited(reply, [returns], 'pt-BR')).toContain('Fonte: ')
  expect(cited(reply, [returns], 'fi')).toContain('Source: ')
})

test('a title of an article is one line, and not endless', () => {
  const text = cited(reply, [{ ...returns, title: `Return\nan item ${'x'.repeat(500)}` }], 'en')

  expect(text.split('\n')).toHaveLength(3)
  expect(text.length).toBeLessThan(250)
})

test('where a reply is quoted, the lines below it are left out, and nothing else is', () => {
  const text = cited('Within 30 days.\n\nOr 60 with the card.', [returns], 'de')

  expect(text).toContain(returns.url)
  expect(uncited(text, [returns])).toBe('Within 30 days.\n\nOr 60 with the card.')
  expect(uncited(text, [])).toBe(text)
  expect(uncited('Within 30 days.\n\nOr 60 with the card.', [returns])).toBe('Within 30 days.\n\nOr 60 with the card.')
})

test('a title cannot turn the link behind it round, nor hide what it says', () => {
  const text = cited(reply, [{ ...returns, title: 'Returns\u202e \u2066at\u0000 once' }], 'en')

  expect(text.split('\n')[2]).toBe(`Source: Returns at once, ${returns.url}`)
})
