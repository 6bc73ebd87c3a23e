import { describe, expect, test } from 'vitest'
import { readQuestions } from '#infra/import/read-questions.ts'

const reading = { baseUrl: 'https://help.example.com/faq/', language: 'en' }
const read = (text: string) => readQuestions('faq.csv', text, reading)
const answer = 'You have sixty days to send it back.'

describe('a table of questions and answers', () => {
  test('becomes an article a row, at an address of its own', () => {
    const { drafts, findings } = read(
      `question,answer,topic,updated\nCan I return it?,${answer},Returns & Refunds,2026-01-31T10:00\n`,
    )

    expect(findings).toEqual([])
    expect(drafts).toEqual([
      {
        from: 'faq.csv:2',
        place: 'en/can-i-return-it',
        title: 'Can I return it?',
        url: 'https://help.example.com/faq#can-i-return-it',
        topic: 'returns-refunds',
        language: 'en',
        questions: ['Can I return it?'],
        updated: '2026-01-31',
        body: answer,
      },
    ])
  })

  test.each([
    [
      'semicolons and a mark',
      `\uFEFFFrage;Antwort\r\nKann ich es zurückgeben?;"Ja; in 60 Tagen,\r\nund ""gratis""."\r\n`,
      'Ja; in 60 Tagen,\r\nund "gratis".',
    ],
    [
      'tabs',
      `Pregunta\tRespuesta\n¿Puedo devolverlo?\tSí, en 60 días; gratis, claro.\n`,
      'Sí, en 60 días; gratis, claro.',
    ],
    [
      'quoted names of columns that hold a separator',
      `"Question","Answer","a;b;c;d"\nWhy?,Because; and so on,x\n`,
      'Because; and so on',
    ],
    ['an inch in an unquoted cell', `question,answer\nHow wide?,It is 5" wide\n`, 'It is 5" wide'],
    ['cells that are missing, and too many', `question,answer,topic\nWhy?,Because.\nHow?,So.,x,y,z\n`, 'Because.'],
    [
      'a line that says what parts the columns',
      'sep=;\r\nquestion;answer\r\nWhy?;Because, and so on.\r\n',
      'Because, and so on.',
    ],
    ['empty lines', `question,answer\n\n\nWhy?,Because.\n\n`, 'Because.'],
  ])('is read with %s', (_kind, text, body) => {
    const { drafts, findings } = read(text)

    expect(drafts[0]?.body).toBe(body)
    expect(findings).toEqual([])
  })

  test('makes one article of rows with the same answer, which is asked for in several ways', () => {
    const { drafts } = read(
      `question,answer,variants\nCan I return it?,${answer},send back | give back\nReturns?,${answer},\nHi,${answer},\n`,
    )

    expect(drafts).toHaveLength(1)
    expect(drafts[0]?.questions).toEqual(['Can I return it?', 'send back', 'give back', 'Returns?'])
  })

  test('keeps both answers of one question, and tells it', () => {
    const { drafts, findings } = read(`question,answer\nCan I return it?,${answer}\nWhy?,x\ncan I return it,No.\n`)

    expect(drafts).toHaveLength(3)
    expect(findings).toMatchObject([
      { kind: 'conflict', about: 'faq.csv:2', message: expect.stringContaining('line 4') },
    ])
  })

  test('tells each row that is half, and imports the others', () => {
    const { drafts, findings } = read(`question,answer\nWhy?,\n,Because.\nHow?,<b></b>\nWhen?,Now.\n`)

    expect(drafts.map(({ title }) => title)).toEqual(['When?'])
    expect(findings.map(({ kind, about }) => [kind, about])).toEqual([
      ['unreadable', 'faq.csv:4'],
      ['unanswered', 'faq.csv:2'],
      ['unanswered', 'faq.csv:3'],
    ])
  })

  test('counts lines as an editor does', () => {
    expect(read('sep=,\nquestion,answer\n\nWhy?,\n').findings[0]?.about).toBe('faq.csv:4')
  })

  test('loses no row before a quote that nobody closed, and tells where that is', () => {
    const { drafts, findings } = read(`question,answer\nWhy?,Because.\nHow?,"So\nWhen?,Now.\n`)

    expect(drafts.map(({ title }) => title)).toEqual(['Why?'])
    expect(findings).toMatchObject([{ kind: 'unreadable', message: expect.stringContaining('Quote Not Closed') }])
  })

  test('keeps a question that is too long for a title whole in the text', () => {
    const long = `${'why '.repeat(100)}?`

    const { drafts } = read(`question,answer\n${long},Because.\n`)

    expect(drafts[0]?.title).toMatch(/^why .{100,195}…$/)
    expect(drafts[0]?.body).toBe(`${long}\n\nBecause.`)
    expect(drafts[0]).not.toHaveProperty('questions')
  })

  test('reads the language of each row, its column first', () => {
    const { drafts } = read(
      'question;answer;lang\nWann kommt es?;Das Paket ist in drei Tagen bei Ihnen.;\nQuando?;Domani.;it\n',
    )

    expect(drafts.map(({ language }) => language)).toEqual(['de', 'it'])
  })
})

test.each([
  ['names no columns', 'foo,bar\n1,2\n', 'must name the columns "question" and "answer", but names "foo", "bar"'],
  ['is empty', '', 'holds no line'],
])('a table that %s is refused', (_kind, text, problem) => {
  expect(() => read(text)).toThrow(problem)
})

test('a first line of commas alone is refused before its columns are told apart', () => {
  const reading = { baseUrl: 'https://shop.example/', language: 'en' }

  expect(() => readQuestions('faq.csv', `${','.repeat(400_000)}\na,b`, reading)).toThrow('names 400001 columns')
  expect(() => readQuestions('faq.csv', `${'a,'.repeat(499)}b\na,b`, reading)).toThrow(/names ("a"(, )?){20}$/)
})
