import { expect, test } from 'vitest'
import { documentOf, metadataFault, mostMetadataBytes, sectionText } from '#shared/knowledge/section-document.ts'

const section = {
  articleId: 'en/returns',
  title: 'Return an item',
  url: 'https://help.example.com/returns',
  topic: 'returns',
  language: 'en',
  heading: 'What it costs',
  text: 'The label is free.',
}

test('a section is one document under its article, with what is known of it beside it', () => {
  const { key, text, metadataKey, metadata } = documentOf(section)

  expect(key).toMatch(/^sections\/en\/returns\/[0-9a-f]{16}\.md$/)
  expect(text).toBe('# Return an item\n\n## What it costs\n\nThe label is free.')
  expect(metadataKey).toBe(`${key}.metadata.json`)
  const { text: _, ...known } = section
  expect(JSON.parse(metadata)).toEqual({ metadataAttributes: known })
})

test('a section that did not change keeps its name, and one whose text or title did has another', () => {
  const { key } = documentOf(section)

  expect(documentOf({ ...section }).key).toBe(key)
  expect(documentOf({ ...section, text: 'The label costs 9 €.' }).key).not.toBe(key)
  expect(documentOf({ ...section, url: 'https://help.example.com/2' }).key).not.toBe(key)
})

test('what comes back is the section’s own text, also where a parser changed what stands above it', () => {
  expect(sectionText(documentOf(section).text, section)).toBe(section.text)
  expect(sectionText('Return an item What it costs The label is free.', section)).toContain('The label is free.')
})

test('a beginning has no heading above it', () => {
  const { heading: _, ...beginning } = section

  expect(documentOf(beginning).text).toBe('# Return an item\n\nThe label is free.')
})

test('what is known of a section fits to the byte, and one more is told with the section', () => {
  const { text: _, ...known } = section
  const room = mostMetadataBytes - Buffer.byteLength(JSON.stringify({ ...known, url: '' }))

  expect(metadataFault({ ...section, url: 'ü'.repeat(Math.floor(room / 2)) })).toBeUndefined()
  expect(metadataFault({ ...section, url: 'x'.repeat(room) })).toBeUndefined()
  expect(metadataFault({ ...section, url: 'x'.repeat(room + 1) })).toBe(
    'its section "What it costs" has 1025 bytes of name, title, url and headings: Bedrock keeps at most 1024',
  )
})
