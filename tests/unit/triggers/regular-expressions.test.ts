import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { expressionsIn, isLinear } from './linear-expression.ts'

const root = join(import.meta.dirname, '../../..')
// What trains or indexes runs at synth, over our own lines.
const atSynth = /training|compile\.ts$/
const sources = ['shared/triggers', 'shared/words']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
  )
  .filter((file) => file.endsWith('.ts') && !atSynth.test(file))
  .map((file) => ({ file, source: readFileSync(join(root, file), 'utf8') }))

test('no regular expression that sees a customer’s text can backtrack', () => {
  const slow = sources.flatMap(({ file, source }) =>
    expressionsIn(source)
      .filter((one) => !isLinear(one))
      .map((one) => `${file}: ${one}`),
  )

  expect(sources.flatMap(({ source }) => expressionsIn(source)).length).toBeGreaterThan(40)
  expect(slow).toEqual([])
})

test('none is made while it runs but a company’s own, which sees a bounded part', () => {
  const made = sources.filter(({ source }) => source.includes('RegExp(')).map(({ file }) => file)

  expect(made).toEqual(['shared/triggers/own-topic.ts'])
})

describe('the rule', () => {
  test.each([
    /(a+)+/,
    /(a|aa)+/,
    /\s+$/,
    /a*b/,
    /.*x/,
    /\d+\d+/,
    /(?:\p{L}+ )*/u,
    /x|[a-z]+y/,
    /[a-z]{2,}!/,
    /(?:a{2,})b/,
    /\p{N}+(?:[.,]\p{N}+)+/u,
    /a+|\s*$/,
  ])('refuses %s', (slow) => {
    expect(isLinear(slow)).toBe(false)
  })

  test.each([
    /a/,
    /[a-z]+/,
    /^[a-z]*$/,
    /(\p{L})\1+/u,
    /!{2,}|[!?]{3,}/,
    /(?:^|[^.])\.(?:[^.]|$)/,
    /[!?]|\.$|\.\s/,
    /\p{L}{2}/u,
    /^\p{N}/u,
    /[\])]+/,
  ])('accepts %s', (linear) => {
    expect(isLinear(linear)).toBe(true)
  })
})

test('expressions are found wherever they are written, divisions and comments are not', () => {
  const source = [
    'const A = /a+/u',
    "const b = text.replace(/[/'\"]/g, '')",
    'const c = (one / two) / three',
    '// never /x+$/ again',
    'return /q/.test(text) ? /r\\/s/ : [/t/, { u: /u/i }]',
  ].join('\n')

  expect(expressionsIn(source).map(String)).toEqual(['/a+/u', '/[/\'"]/g', '/q/', '/r\\/s/', '/t/', '/u/i'])
})
