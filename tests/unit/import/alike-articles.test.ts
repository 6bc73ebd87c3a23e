import { describe, expect, test } from 'vitest'
import { alikeArticles } from '#infra/import/alike-articles.ts'

const sentence = (at: number) =>
  `Sentence ${at} says what only number ${at * 7} of them could say about lamp ${at * 31}. `
const body = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => sentence(from + at)).join('')
const article = (file: string, text: string, language = 'en') => ({ file, language, body: text })

describe('articles are alike', () => {
  test('wholly, where case, marks and spaces are all that differs', () => {
    const found = alikeArticles([
      article('a', body(0, 9)),
      article('b', body(0, 9).toUpperCase().replaceAll('. ', '!\n\n')),
    ])

    expect(found).toEqual([{ one: 'a', other: 'b', share: 1 }])
  })

  test('nearly, where most runs of words are the same', () => {
    const found = alikeArticles([
      article('a', body(0, 20)),
      article('b', `${body(0, 19)}Another end.`),
      article('c', body(10, 30)),
    ])

    expect(found).toMatchObject([{ one: 'a', other: 'b', share: expect.closeTo(0.91, 1) }])
  })

  test('in a script that parts no words', () => {
    const words = '配送には通常三日から五日かかります。返品は六十日以内であれば無料です。'

    expect(alikeArticles([article('a', words, 'ja'), article('b', `${words}以上。`, 'ja')])).toHaveLength(1)
  })

  test('never in two languages, and not by a common frame', () => {
    const frame = 'Was this article helpful? Write to us at any time, we are there for you. '

    expect(alikeArticles([article('a', body(0, 9)), article('b', body(0, 9), 'de')])).toEqual([])
    expect(alikeArticles([article('a', frame + body(0, 9)), article('b', frame + body(20, 29))])).toEqual([])
  })
})

test('two thousand articles in one frame are compared at once', () => {
  const frame = 'Was this article helpful? Write to us at any time, we are there for you. '
  const articles = Array.from({ length: 2_000 }, (_, at) => article(`${at}`, `${frame}${body(at * 9, at * 9 + 5)}`))

  expect(alikeArticles([...articles, article('twin', articles[7]?.body ?? '')])).toEqual([
    { one: '7', other: 'twin', share: 1 },
  ])
})
