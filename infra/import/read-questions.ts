import { type CsvError, parse } from 'csv-parse/sync'
import { wordsOf } from '#shared/knowledge/words.ts'
import { draftOf } from './document-draft.ts'
import { DocumentError, type Finding, type Gathered, gatheredFrom, type Reading, together } from './draft.ts'
import { dayOf, slugOf, topicOf, webAddress } from './fields.ts'
import { answerMarkdown } from './html-draft.ts'

const COLUMNS: Readonly<Record<string, string>> = {
  question:
    'question questions q prompt utterance query frage fragen pregunta preguntas domanda domande pergunta perguntas vraag',
  variants: 'variants alternatives alternative-questions other-questions also-asked synonyms varianten',
  answer:
    'answer answers a response reply text body content antwort antworten respuesta respuestas reponse reponses risposta risposte resposta respostas antwoord',
  title: 'title titel titulo titre titolo',
  topic: 'topic category section tag thema kategorie categoria categorie tema rubrik',
  language: 'language lang locale sprache idioma langue lingua taal',
  url: 'url link source href address adresse',
  updated: 'updated updated-at modified last-modified lastmod last-updated date datum fecha data',
}
const LONGEST_RECORD = 1024 * 1024
const SEPARATORS = [',', ';', '\t']
const SHORTEST_QUESTION = 3
const LONGEST_QUESTION = 300

type Row = Readonly<Record<keyof typeof COLUMNS, string>> & { readonly line: number }

/** A spreadsheet's first line may say what parts its columns: "sep=;". */
const SEPARATOR_LINE = /^\ufeff?"?sep=.{1,2}\r?\n/i

/** The one that parts the first line into most columns, what is quoted aside. */
const separatorOf = (text: string): string => {
  const first =
    text
      .slice(0, 10_000)
      .replace(/"(?:[^"]|"")*"/g, '')
      .trimStart()
      .split(/\r?\n/, 1)[0] ?? ''
  const columns = (separator: string): number => first.split(separator).length
  return SEPARATORS.reduce((best, one) => (columns(one) > columns(best) ? one : best))
}

const nameOf = (written: string): string => {
  const slug = slugOf(written)
  return Object.entries(COLUMNS).find(([, spellings]) => spellings.split(' ').includes(slug))?.[0] ?? ''
}

/** More than any export has: each is a name to be told apart, and to be shown where it is none. */
const MOST_COLUMNS = 500
const MOST_SHOWN = 20

const columnsOf = (header: readonly string[]): readonly string[] => {
  if (header.length > MOST_COLUMNS)
    throw new DocumentError(`the first line names ${header.length} columns, at most ${MOST_COLUMNS} are read`)
  const names = header.map(nameOf)
  if (names.includes('question') && names.includes('answer')) return names
  const shown = header.slice(0, MOST_SHOWN).map((one) => JSON.stringify(one.slice(0, 80)))
  throw new DocumentError(`the first line must name the columns "question" and "answer", but names ${shown.join(', ')}`)
}

interface Records {
  readonly rows: readonly Row[]
  readonly findings: readonly Finding[]
}

const recordsOf = (file: string, text: string): Records => {
  const findings: Finding[] = []
  const records = parse(text, {
    bom: true,
    delimiter: separatorOf(text),
    info: true,
    max_record_size: LONGEST_RECORD,
    relax_column_count: true,
    // An inch or a quoted word in an unquoted cell is what it is.
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: (error) => {
      findings.push({
        kind: 'unreadable',
        about: placed(file, (error as CsvError).lines),
        message: String(error?.message),
      })
    },
  }) as unknown as readonly { readonly record: readonly string[]; readonly info: { readonly lines: number } }[]
  const [header, ...others] = records
  if (header === undefined) throw new DocumentError('holds no line')
  const names = columnsOf(header.record)
  const cell = (record: readonly string[], name: string): string => record[names.indexOf(name)]?.trim() ?? ''
  const rows = others.map(({ record, info: { lines } }) => ({
    line: lines,
    ...Object.fromEntries(Object.keys(COLUMNS).map((name) => [name, cell(record, name)])),
  }))
  return { rows: rows as unknown as readonly Row[], findings }
}

const placed = (file: string, line: unknown): string => `${file}:${line}`

const variantsOf = ({ variants = '' }: Row): readonly string[] =>
  variants.split(/\s*[|\n]\s*/).filter((one) => one !== '')

/** What the noting of questions allows; the others stand in the title or the text. */
const notable = (questions: readonly string[]): readonly string[] =>
  [...new Set(questions.map((one) => one.replace(/\s+/g, ' ').trim()))].filter(
    ({ length }) => length >= SHORTEST_QUESTION && length <= LONGEST_QUESTION,
  )

/** Rows that say the same, in one language and on one topic, are one article that is asked for in several ways. */
const alike = ({ answer = '', language = '', topic = '', url = '' }: Row): string =>
  JSON.stringify([slugless(answer), language.toLowerCase(), topic, url])

const slugless = (text: string): string => text.replace(/\s+/g, ' ').trim()

const contradictions = (file: string, rows: readonly Row[]): readonly Finding[] =>
  [
    ...Map.groupBy(rows, ({ question = '', language = '' }) =>
      JSON.stringify([wordsOf(question), language.toLowerCase()]),
    ).values(),
  ]
    .filter((same) => new Set(same.map(({ answer = '' }) => slugless(answer))).size > 1)
    .map(([first, ...others]) => ({
      kind: 'conflict',
      about: placed(file, first?.line),
      message: `${JSON.stringify(first?.question)} is answered otherwise in line ${others.map(({ line }) => line).join(', ')}; all were kept`,
    }))

const answeredDraft = (file: string, rows: readonly Row[], reading: Reading): Gathered => {
  const [row] = rows
  const { line, question = '', answer = '', title = '', topic, language = '', url, updated } = row as Row
  const body = answerMarkdown(answer).trim()
  if (body === '') throw new DocumentError('its answer holds no text')
  const name = slugOf(title || question) || `line-${line}`
  const page = reading.baseUrl?.replace(/\/$/, '')
  const address = webAddress(url) ?? (page && URL.parse(`#${encodeURIComponent(name)}`, page)?.href)
  const day = dayOf(updated)
  const id = topicOf(topic)
  return draftOf(
    {
      from: placed(file, line),
      path: name,
      named: true,
      title: title || question,
      url: address,
      declared: language,
      body,
      questions: notable(rows.flatMap((one) => [one.question ?? '', ...variantsOf(one)])),
      ...(id && { topic: id }),
      ...(day && { updated: day }),
    },
    reading,
  )
}

/** A table of questions and answers, as spreadsheets and help desks export it (RFC 4180, or with semicolons or tabs). */
export const readQuestions = (file: string, text: string, reading: Reading): Gathered => {
  const { rows, findings } = recordsOf(file, text.replace(SEPARATOR_LINE, '\n'))
  const isWhole = ({ question, answer }: Row): boolean => question !== '' && answer !== ''
  const half = rows.filter((row) => !isWhole(row))
  const whole = rows.filter(isWhole)
  const unanswered = half.map(
    ({ line, question }): Finding => ({
      kind: 'unanswered',
      about: placed(file, line),
      message: question === '' ? 'has no question' : `${JSON.stringify(question)} has no answer`,
    }),
  )
  const read = [...Map.groupBy(whole, alike).values()].map((same) =>
    gatheredFrom(placed(file, same[0]?.line), () => answeredDraft(file, same, reading)),
  )
  return together([...read, { drafts: [], findings: [...findings, ...unanswered, ...contradictions(file, whole)] }])
}
