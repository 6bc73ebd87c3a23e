import { expect, test } from 'vitest'
import type { StoredPassage } from '#shared/knowledge/compiled.ts'
import { withLeads } from '#shared/knowledge/with-lead.ts'

const passage = (articleId: string, text: string, heading?: string): StoredPassage => ({
  articleId,
  title: articleId,
  url: `https://example.com/${articleId}`,
  language: 'en',
  text,
  ...(heading !== undefined && { heading }),
})
const lead = passage('returns', 'Within 60 days.')
const costs = passage('returns', 'Free in the EU.', 'Costs')
const how = passage('returns', 'Print the label.', 'How')
const other = passage('bulbs', 'E27.', 'Which one')

test('the first section found of an article brings along what the article says first', () => {
  const found = withLeads([costs, other, how], [lead, costs, how, other])

  expect(found.map(({ text }) => text)).toEqual(['Within 60 days.\n\nFree in the EU.', 'E27.', 'Print the label.'])
})

test('a lead that was found itself is not said twice', () => {
  const found = withLeads([lead, costs], [lead, costs])

  expect(found.map(({ text }) => text)).toEqual(['Within 60 days.', 'Free in the EU.'])
})
