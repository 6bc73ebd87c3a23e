import { describe, expect, test } from 'vitest'
import { surveyKnowledge } from '#infra/import/survey-knowledge.ts'

const words = 'You have sixty days to send the lamp back, and we pay for the label.'
const by = (updated: string, body = words) =>
  `---\ntitle: T\nurl: https://x.example/t\nlanguage: en${updated && `\nupdated: ${updated}`}\n---\n${body}\n`
const survey = (texts: Readonly<Record<string, string>>, staleMonths = 18) =>
  surveyKnowledge(new Map(Object.entries(texts)), { today: '2026-11-22', staleMonths })
const kinds = (...survived: Parameters<typeof survey>) =>
  survey(...survived).map(({ kind, about }) => `${kind} ${about}`)

describe('an article is told as', () => {
  test('stale from so many months on, to the day, and never where it has no day', () => {
    const texts = {
      'a.md': by('2025-05-22', `${words} a`),
      'b.md': by('2025-05-23', 'Quite another text that stands for itself.'),
    }

    expect(kinds(texts)).toEqual(['stale a.md'])
    expect(kinds(texts, 19)).toEqual([])
    expect(kinds({ 'a.md': by('') }, 1)).toEqual([])
  })

  test('short where it has hardly a word', () => {
    expect(survey({ 'a.md': by('', 'Ask us.') })).toEqual([
      { kind: 'short', about: 'a.md', message: 'has 5 letters (told below 25)' },
    ])
  })

  test('there twice, or nearly', () => {
    const more = (end: string) => by('', `${words} ${words.replaceAll('sixty', 'thirty')} We are glad to help ${end}.`)

    expect(kinds({ 'a.md': by(''), 'b.md': by('') })).toEqual(['duplicate b.md'])
    expect(survey({ 'a.md': by(''), 'b.md': by(''), 'c.md': by('') })[1]).toMatchObject({
      about: 'c.md',
      message: 'says the same as a.md, and is like 1 more',
    })
    expect(survey({ 'a.md': more('you'), 'b.md': more('everybody') })[0]?.message).toMatch(
      /^has \d\d % of its runs of four words/,
    )
  })

  test('broken where it cannot be compiled, and the others are looked at all the same', () => {
    expect(kinds({ 'a.md': 'no front matter', 'b.md': by('2020-01-01') })).toEqual(['broken a.md', 'stale b.md'])
  })
})
