import { describe, expect, test } from 'vitest'
import { matchAt } from '#shared/triggers/match.ts'
import { phrase } from '#shared/triggers/phrase.ts'
import { openPhraseBook } from '#shared/triggers/phrase-book.ts'
import { compilePhrases } from '#shared/triggers/phrases/compile.ts'
import { type Reading, read } from '#shared/triggers/reading.ts'
import { score } from '#shared/triggers/recognise.ts'
import type { Sayings } from '#shared/triggers/sayings.ts'

const stands = (source: string, text: string, sets = {}) => {
  const { words } = read(text)
  return words.some((_, at) => matchAt(words, at, phrase(source, sets)) !== undefined)
}

describe('a phrase stands in a text', () => {
  test.each([
    ['talk to', 'Talk, to', 'word by word'],
    ['talk/speak to', 'speak to', 'with either word'],
    ['cancel* it', 'cancelling it', 'by its stem'],
    ['talk to a? human', 'talk to human', 'without an optional word'],
    ['want .. human', 'want one more living human', 'over a gap of three'],
    ['want ..5 human', 'want a b c d e human', 'over a longer gap'],
    ['paid #', 'paid 1,234.50', 'with a number'],
    ['^ agent $', 'Hello. Agent! Now', 'between the edges of a sentence'],
    ['résilier', 'RESILIER', 'without accents'],
    ['kündigen', 'kuendigen', 'with a written-out umlaut'],
    ['please', 'pleeeeease', 'drawn out'],
    ['l avocat', 'l’avocat', 'over a French apostrophe'],
    ['dont', "don't", 'with an English apostrophe'],
    ['human', 'humna', 'with two letters swapped'],
    ['representative', 'representitive', 'with a wrong letter'],
  ])('%s in "%s": %s', (source, text) => {
    expect(stands(source, text)).toBe(true)
  })

  test.each([
    ['talk to', 'to talk', 'in another order'],
    ['want .. human', 'want a b c d human', 'over a wider gap'],
    ['want .. human', 'want this. A human', 'over the end of a sentence'],
    ['^ agent $', 'the agent', 'elsewhere than at the edge'],
    ['paid #', 'paid much', 'without the number'],
    ['human', 'humane', 'as another word'],
    ['cat', 'concatenate', 'inside a word'],
  ])('%s not in "%s": %s', (source, text) => {
    expect(stands(source, text)).toBe(false)
  })

  test('by any alternative of a set, of one word or more', () => {
    const sets = { person: 'human | real person' }

    expect(stands('a <person>/bot', 'a real person', sets)).toBe(true)
    expect(stands('a <person>/bot', 'a bot', sets)).toBe(true)
    expect(stands('a <person>/bot', 'a real bot', sets)).toBe(false)
  })

  test('and names a set that is missing', () => {
    expect(() => phrase('a <person>')).toThrow('phrase set <person> is not defined')
  })
})

const bookOf = (sayings: readonly Sayings[]) => {
  const recognise = openPhraseBook(compilePhrases(sayings.map((legal) => ({ legal }))))
  return (reading: Reading) => recognise(reading).legal
}

describe('a book', () => {
  const book = bookOf([
    { sure: 'want human', hint: 'hurry\nnow', negators: 'not', except: 'human resources' },
    { sure: 'quiero humano', negators: 'no' },
  ])
  const heard = (text: string) => book(read(text)).matches.map(({ matched }) => matched)

  test('hears what is said, in the words it was said in', () => {
    expect(heard('I WANT,  Human')).toEqual(['WANT,  Human'])
  })

  test.each(['I do not want human', 'no quiero humano', 'want human resources'])('does not hear "%s"', (text) => {
    expect(heard(text)).toEqual([])
  })

  test.each(['this is not it, I want human', 'not that but want human'])(
    'hears "%s": the negation has ended',
    (text) => {
      expect(heard(text)).toEqual(['want human'])
    },
  )

  test('adds up hints, each of them once', () => {
    expect(score(book(read('hurry')).matches)).toBeLessThan(0.5)
    expect(score(book(read('hurry hurry hurry')).matches)).toBeLessThan(0.5)
    expect(score(book(read('hurry now')).matches)).toBeGreaterThan(0.5)
  })
})

describe('compiled phrases', () => {
  const compiled = compilePhrases([
    { legal: { sets: { who: 'lawyer | solicitor' }, sure: 'my <who>\nto court', negators: 'no' } },
  ])

  test('are plain JSON, with each phrase under its rarest words', () => {
    expect(JSON.parse(JSON.stringify(compiled))).toEqual(compiled)
    expect(compiled.anchors).toEqual([
      { words: ['lawyer', 'solicitor'], stems: [], filed: [0, 1] },
      { words: ['court'], stems: [], filed: [1, 1] },
    ])
  })

  test('of an unknown set stop the build, wherever they stand', () => {
    expect(() => compilePhrases([{ legal: { hint: 'a <nobody>' } }])).toThrow('phrase set <nobody> is not defined')
  })

  test('without a word that must be there do as well', () => {
    expect(() => compilePhrases([{ legal: { sure: '.. a?' } }])).toThrow('a phrase needs at least one word')
  })

  test('that contain a negator themselves are not turned by it', () => {
    const book = bookOf([{ sure: 'no lawyer\nmy lawyer', negators: 'no not' }])

    expect(book(read('i have no lawyer')).matches).toHaveLength(1)
    expect(book(read('not my lawyer')).matches).toEqual([])
  })

  test('that two languages share are heard by neither when one of them hears a negation', () => {
    const book = bookOf([{ sure: 'agente' }, { sure: 'agente', negators: 'sin' }])

    expect(book(read('agente')).matches).toHaveLength(2)
    expect(book(read('sin agente'))).toMatchObject({
      matches: [],
      denied: [
        [0, 10],
        [0, 10],
      ],
    })
  })
})
