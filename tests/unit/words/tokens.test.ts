import { describe, expect, test } from 'vitest'
import { sentencesOf } from '#shared/words/tokens.ts'

const wordsOf = (text: string): readonly string[] =>
  sentencesOf(text).flatMap(({ tokens }) => tokens.map((one) => one.text))
const tonesOf = (text: string): readonly (readonly string[])[] => sentencesOf(text).map(({ tone }) => tone)

describe('a word as the classifier sees it', () => {
  test.each([
    ['Pleeease', 'please', 'drawn out and with a capital'],
    ['PLÉASE', 'please', 'shouted, with an accent'],
    ['pl3ase', 'please', 'with a figure for a letter'],
    ['рleаse', 'please', 'with letters that look alike'],
    ['ple\u200ba\u2060se', 'please', 'with what nobody sees'],
    ['p\u0489l\ufe0fe\u200e\u{e0041}ase', 'please', 'with signs laid over it and directions between'],
    ['क्\u200dया', 'क्या', 'in Hindi with a joiner or without'],
    ['dont', 'dont', 'as it is'],
    ['Straße', 'strase', 'with a letter that stands for two'],
    ['أحمد', 'احمد', 'in Arabic letters that writers interchange'],
  ])('%s is %s: %s', (written, word) => {
    expect(wordsOf(written)).toEqual([word])
  })

  test.each([
    ["l'avocat", ['l', 'avocat'], 'parted by a French apostrophe'],
    ["don't", ['dont'], 'glued by an English one'],
    ['4711 1234', ['#', '#'], 'of figures, whichever'],
    ['人工', ['人', '工'], 'of a script without spaces'],
    ['VIP会员', ['vip', '会', '员'], 'of such a script behind a Latin word'],
    ['3天', ['#', '天'], 'of such a script behind a figure'],
    ['AIはいい', ['ai', 'は', 'い', 'い'], 'of kana behind a Latin word'],
    ['help😡', ['help', '😡'], 'with an emoji behind it'],
    ['...!?', [], 'of no letters at all'],
    ['🙋\u200d♀\ufe0f help \u200e', ['🙋', '♀', 'help'], 'of what can be seen'],
  ])('%s is %j: %s', (written, words) => {
    expect(wordsOf(written)).toEqual(words)
  })

  test('stands where it was written', () => {
    const text = 'Ça va, l’avocat 人工😡?'

    const cut = sentencesOf(text).flatMap(({ tokens }) => tokens.map(({ start, end }) => text.slice(start, end)))

    expect(cut).toEqual(['Ça', 'va', 'l', 'avocat', '人', '工', '😡'])
  })

  test('is the same object to whoever notes something about it, and another word is not', () => {
    const [first, second, other] = sentencesOf('human human agent').flatMap(({ tokens }) => tokens)

    expect(first?.word).toBe(second?.word)
    expect(first?.word).not.toBe(other?.word)
  })
})

describe('sentences', () => {
  test.each([
    ['one. two', 2],
    ['one! two? three', 3],
    ['one\ntwo', 2],
    ['人。工', 2],
    ['3.5 is one', 1],
    ['one, two: three', 1],
    ['...', 0],
  ])('%j has %i', (text, count) => {
    expect(sentencesOf(text)).toHaveLength(count)
  })

  test.each([
    ['what?!', ['?!']],
    ['no!!', ['!!']],
    ['where??', ['??']],
    ['no!', ['!']],
    ['GIVE ME A HUMAN', ['CAPS']],
    ['OK', []],
    ['fine.', []],
  ])('%s sounds %j', (text, tone) => {
    expect(tonesOf(text)).toEqual([tone])
  })
})
