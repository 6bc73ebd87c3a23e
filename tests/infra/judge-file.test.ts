import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { judgeLines } from '#infra/triggers/judge-lines.ts'
import type { Judging } from '#infra/triggers/judge-row.ts'
import { type Line, linesOf } from '#infra/triggers/lines.ts'
import { openJudging } from '#infra/triggers/open-judging.ts'
import { scopesIn } from '#infra/triggers/scopes.ts'

const folder = mkdtempSync(join(tmpdir(), 'baton-judged-'))
const scopes = join(folder, 'scopes')
afterAll(() => rmSync(folder, { recursive: true }))

let judging: Judging
beforeAll(async () => {
  mkdirSync(scopes)
  const entries = [
    { entry: 'opening_hours', examples: ['when do you open', 'are you open on sunday', 'what are your opening hours'] },
    { entry: 'returns', examples: ['how do I return a lamp', 'can I send it back', 'return address please'] },
  ]
  writeFileSync(join(scopes, 'shop.jsonl'), entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''))
  writeFileSync(join(scopes, 'torn.jsonl'), '{"entry":"x"}\n')
  writeFileSync(join(scopes, 'empty.jsonl'), '\n')
  judging = await openJudging({ scopes })
})

async function* chunks(...parts: readonly string[]): AsyncGenerator<string> {
  yield* parts
}

const collected = async <T>(items: AsyncIterable<T>): Promise<readonly T[]> => {
  const all: T[] = []
  for await (const item of items) all.push(item)
  return all
}

const judgedLines = async (...lines: readonly string[]) => {
  const problems: string[] = []
  const input = linesOf(chunks(lines.join('\n')))
  const out = await collected(judgeLines(input, judging, (problem) => problems.push(problem)))
  return { rows: out.map((line) => JSON.parse(line)), problems }
}

describe('lines', () => {
  const texts = async (...parts: readonly string[]) =>
    (await collected<Line>(linesOf(chunks(...parts)))).map(({ text }) => text)

  test('are found wherever the stream is cut', async () => {
    expect(await texts('on', 'e\ntw', 'o\n\nfo', 'ur')).toEqual(['one', 'two', '', 'four'])
  })

  test('lose their carriage return and the byte order mark, and the last needs no line feed', async () => {
    expect(await texts('\ufeffone\r\ntwo\r\n')).toEqual(['one', 'two'])
  })

  test('end at line feeds only: text may hold every other separator', async () => {
    expect(await texts('"a\u2028b\u0085c"\n"d"')).toEqual(['"a\u2028b\u0085c"', '"d"'])
  })
})

test('rows come out in their order, empty lines left out', async () => {
  const { rows, problems } = await judgedLines('{"id":"b","text":"hi"}', '', '{"id":"a","text":"I want a human"}')

  expect(rows.map(({ id, fired }) => [id, fired])).toEqual([
    ['b', []],
    ['a', ['f1_human_request']],
  ])
  expect(problems).toEqual([])
})

test('a line that cannot be judged is told by its number, and the rest is judged', async () => {
  const { rows, problems } = await judgedLines(
    '{"id":"a","text":"hi"}',
    '',
    'oops',
    '{"id":"b"}',
    '{"id":"c","text":"x"}',
  )

  expect(rows.map(({ id }) => id)).toEqual(['a', 'c'])
  expect(problems).toEqual([
    expect.stringMatching(/^line 3: is not JSON/),
    'line 4: row: has neither text nor turns: must have one of them',
  ])
})

test('an id that comes twice is told with both its lines, and both rows are judged', async () => {
  const { rows, problems } = await judgedLines(
    '{"id":"a","text":"hi"}',
    '{"id":"b","text":"hi"}',
    '{"id":"a","text":"ho"}',
  )

  expect(rows.map(({ id }) => id)).toEqual(['a', 'b', 'a'])
  expect(problems).toEqual(['line 3: row.id: "a" is the id of line 1 as well'])
})

test.each([
  ['{"text":"hi"}', 'row.id: is missing'],
  ['{"id":"a","turns":[]}', 'row.turns: [] is not allowed: must not be empty'],
  ['{"id":"a","turns":["hi",5]}', 'row.turns.1: 5 is not allowed'],
  ['["a","hi"]', 'must be an object'],
  ['{"id":"a","text":"hi"', 'is not JSON'],
])('the row %s is refused: %s', async (line, problem) => {
  const { rows, problems } = await judgedLines('{"id":"first","text":"hi"}', line)

  expect(rows.map(({ id }) => id)).toEqual(['first'])
  expect(problems).toEqual([expect.stringMatching(/^line 2: /)])
  expect(problems[0]).toContain(problem)
})

test('nothing is read ahead: each row is judged when it is asked for', async () => {
  let read = 0
  async function* endless(): AsyncGenerator<Line> {
    for (;;) yield { number: ++read, text: `{"id":"${read}","text":"hi"}` }
  }

  const out = judgeLines(endless(), judging, () => undefined)
  await out.next()
  await out.next()
  await out.return(undefined)

  expect(read).toBe(2)
})

describe('a scope', () => {
  const named = (scope: string, text = 'what are your opening hours') => JSON.stringify({ id: 'a', text, scope })

  test('answers what it holds and nothing else', async () => {
    const { rows } = await judgedLines(named('shop'), named('shop', 'my kangaroo ate a passport'))

    expect(rows.map(({ fired }) => fired)).toEqual([[], ['f4_out_of_scope', 'f5_low_confidence']])
  })

  test.each([
    ['attic', 'names the scope "attic": there is no '],
    ['../scopes/shop', 'must be letters, digits, dots and dashes'],
    ['torn', 'torn.jsonl:1 must be {"entry": text, "examples": [text, ...]}'],
    ['empty', 'holds no entry'],
  ])('named %s is refused', async (scope, problem) => {
    const { rows, problems } = await judgedLines(named(scope), '{"id":"b","text":"hi"}')

    expect(problems).toEqual([expect.stringContaining(problem)])
    expect(rows.map(({ id }) => id)).toEqual(['b'])
  })

  test('needs to be told where scopes are', () => {
    expect(() => scopesIn(undefined)('shop')).toThrow('--scopes says where scopes are')
  })
})

describe('the command', () => {
  const run = (words: readonly string[], input = '') =>
    spawnSync(process.execPath, ['infra/triggers/judge-file.ts', ...words], { input, encoding: 'utf8' })

  test('judges standard input, reports on standard error and fails by its exit code', () => {
    const { stdout, stderr, status } = run(
      ['--input', '-', '--scopes', scopes],
      '{"id":"a","text":"cancel my subscription"}\nnonsense\n{"id":"b","text":"hi"}',
    )

    expect(
      stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).fired),
    ).toEqual([['t2_cancellation'], []])
    expect(stderr).toMatch(/^line 2: is not JSON/)
    expect(status).toBe(1)
  })

  test('exits with 0 when every row was judged', () => {
    const file = join(folder, 'rows.jsonl')
    writeFileSync(file, '{"id":"a","text":"hi"}\n')

    expect(run(['--input', file])).toMatchObject({
      status: 0,
      stderr: '',
      stdout: '{"id":"a","fired":[],"evidence":[]}\n',
    })
  })

  test('says what it takes, and what it misses', () => {
    expect(run(['--help'])).toMatchObject({ status: 0, stdout: expect.stringContaining('--scopes DIR') })
    expect(run([])).toMatchObject({ status: 1, stderr: expect.stringContaining('--input is missing'), stdout: '' })
    expect(run(['--inptu', 'x'])).toMatchObject({ status: 1, stderr: expect.stringContaining("'--inptu'") })
  })

  test.each([
    [['--input', '/no/such/file'], '--input /no/such/file: there is no such file\n'],
    [['--input', folder], `--input ${folder}: is a folder, must be a file\n`],
    [['--input', '-', '--scopes', '/no/such'], '--scopes /no/such: there is no such folder\n'],
    [['--input', '-'], '--input -: holds no row\n'],
  ])('%j: one line says what is wrong', (words, stderr) => {
    expect(run(words, '\n \n')).toMatchObject({ status: 1, stdout: '', stderr })
  })

  test('a line of megabytes is judged like any other', () => {
    const long = JSON.stringify({ id: 'long', text: `${'a '.repeat(2_000_000)}I want to talk to a human` })

    const { stdout, status } = run(['--input', '-'], `${long}\n{"id":"b","text":"hi"}`)

    expect(stdout.split('\n').flatMap((line) => (line ? [JSON.parse(line).id] : []))).toEqual(['long', 'b'])
    expect(status).toBe(0)
  })
})
