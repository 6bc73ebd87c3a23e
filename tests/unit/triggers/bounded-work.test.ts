import { describe, expect, test } from 'vitest'
import { createClassifier } from '#shared/triggers/classifier/classifier.ts'
import type { Ears } from '#shared/triggers/ears.ts'
import { judgeMessage } from '#shared/triggers/judge-message.ts'
import { matchAt } from '#shared/triggers/match.ts'
import { phrase } from '#shared/triggers/phrase.ts'
import { openPhraseBook } from '#shared/triggers/phrase-book.ts'
import { compilePhrases } from '#shared/triggers/phrases/compile.ts'
import { languages } from '#shared/triggers/phrases/languages.ts'
import { read } from '#shared/triggers/reading.ts'
import { pick, seededRandom } from '#shared/words/training/random.ts'
import { model, repeats } from '#tests/support/listen.ts'
import { hostileText, kinds } from './hostile-texts.ts'
import { saying, triggersWith } from './judging.ts'

// No clock: what is counted is how often the engine looks at a word, and at a number of its model.
const compiled = compilePhrases(languages)
const recognise = openPhraseBook(compiled)

let looks = 0
const counted = <T extends object>(target: T): T =>
  new Proxy(target, {
    get: (held, key) => {
      looks++
      const value = Reflect.get(held, key)
      return typeof value === 'function' ? value.bind(held) : value
    },
  })

const looksDuring = (work: () => unknown): number => {
  looks = 0
  work()
  return looks
}

const looksAtWords = (text: string): number => {
  const { original, words } = read(text)
  const watched = { original, words: counted(words) }
  return looksDuring(() => recognise(watched))
}

const looksAtModel = (text: string): number => {
  const listen = createClassifier({ ...model, table: counted(model.table) })
  return looksDuring(() => listen(text))
}

// Everything a phrase waits for, in no order: the worst that a text can be to the phrases.
const vocabulary = compiled.anchors.flatMap(({ words, stems }) => [...words, ...stems])
const ofPhrases = (length: number): string => {
  const random = seededRandom(length)
  let text = ''
  while (text.length < length) text += `${pick(vocabulary, random)} `
  return text.slice(0, length)
}
const wish = 'i would like to get in touch with one of your real human customer service agents '
const texts: Readonly<Record<string, (length: number) => string>> = {
  ...Object.fromEntries(
    Object.entries(kinds).map(([name, kind]) => [name, (length: number) => hostileText(kind, length)]),
  ),
  'words of phrases in any order': ofPhrases,
  'one wish after the other': (length) => wish.repeat(length).slice(0, length),
  'the beginnings of one wish': (length) => 'i would like to want to wish to get '.repeat(length).slice(0, length),
}

const LONGEST = 8_000
// Measured: 13 looks at words, 16 at the model, each a character, in the worst of these texts.
const WORD_LOOKS = 25
const MODEL_LOOKS = 40

describe.each(Object.entries(texts))('in a text of %s', (_, textOf) => {
  test('words are looked at so many times a character, however long it is', () => {
    const looksAt = [1_000, 2_000, 4_000, LONGEST].map((length) => looksAtWords(textOf(length)) / length)

    expect(Math.max(...looksAt)).toBeLessThan(WORD_LOOKS)
  })

  test('and so are the numbers of the model', () => {
    const looksAt = [1_000, 2_000, 4_000, LONGEST].map((length) => looksAtModel(textOf(length)) / length)

    expect(Math.max(...looksAt)).toBeLessThan(MODEL_LOOKS)
  })
})

test('the looks are counted: a text of phrases takes thousands', () => {
  expect(looksAtWords(wish.repeat(20))).toBeGreaterThan(2_000)
  expect(looksAtModel(wish.repeat(20))).toBeGreaterThan(2_000)
})

test('nobody is made to hear more than the bounded part of what a stranger sends', () => {
  const heard: number[] = []
  const listening: Ears = {
    listen: (text) => {
      heard.push(text.length)
      return []
    },
    recognise: (reading) => {
      heard.push(reading.original.length)
      return recognise(reading)
    },
    repeats,
  }

  judgeMessage(saying(wish.repeat(2_000)), triggersWith(), listening)

  expect(heard.length).toBeGreaterThan(0)
  expect(Math.max(...heard)).toBeLessThanOrEqual(LONGEST)
})

test('one step of a phrase after the other goes on from each place once: optional words do not multiply', () => {
  const optional = 'a? '.repeat(24)
  const { words } = read('a '.repeat(24))

  const looksAt = looksDuring(() => matchAt(counted(words), 0, phrase(`${optional}${optional} b`)))

  expect(looksAt).toBeLessThan(48 * 25 * 3)
})
