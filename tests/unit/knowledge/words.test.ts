import { describe, expect, test } from 'vitest'
import { fold, stem, wordsOf } from '#shared/knowledge/words.ts'

describe('folding', () => {
  test.each([
    ['Größe', 'grosse'],
    ['DEVOLUCIÓN', 'devolucion'],
    ['cœur', 'coeur'],
    ['ﬁne', 'fine'],
  ])('spells %s as %s', (written, folded) => {
    expect(fold(written)).toBe(folded)
  })
})

describe('words', () => {
  test("keeps a contraction whole and cuts an article's elision", () => {
    expect(wordsOf("I don't pay l'achat")).toEqual(['i', 'dont', 'pay', 'l', 'achat'])
  })

  test.each([
    ['返品の期限は何日ですか？', ['返品', '期限', '何日', 'てす', 'すか']],
    ['バッテリーの充電時間', ['ハッテリー', '充電', '電時', '時間']],
    ['退货期限', ['退货', '货期', '期限']],
    ['반품은 30일', ['반품', '품은', '30', '일']],
    ['Nordlys自転車', ['nordlys', '自転', '転車']],
  ])('are the pairs of characters where nothing parts them: %s', (text, words) => {
    expect(wordsOf(text)).toEqual(words)
  })

  test('finds none in punctuation and emoji', () => {
    expect(wordsOf('?! … 🙂')).toEqual([])
  })
})

describe('stems', () => {
  test.each([
    ['deliver', 'delivery', 'deliveries', 'delivered', 'delivering'],
    ['lamp', 'lamps', 'lampe', 'lampen'],
    ['dimmer', 'dimmers', 'dimmable', 'dimming'],
    ['rechnung', 'rechnungen'],
    ['livraison', 'livraisons'],
    ['pedido', 'pedidos'],
    ['consegna', 'consegne'],
  ])('are one for %s and its kin', (...words) => {
    expect(new Set(words.map(stem)).size).toBe(1)
  })

  test.each([
    ['return', 'refund'],
    ['oil', 'oak'],
    ['card', 'care'],
  ])('keep %s and %s apart', (a, b) => {
    expect(stem(a)).not.toBe(stem(b))
  })

  test('leave article numbers and sockets alone', () => {
    expect(['e14', 'ip44', '2700k'].map(stem)).toEqual(['e14', 'ip44', '2700k'])
  })
})
