import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compileKnowledge, compilePassages } from '#shared/knowledge/compile.ts'
import { minisearchKnowledge } from '#shared/knowledge/minisearch-knowledge.ts'

const compiled = compileKnowledge(new URL('../../../knowledge', import.meta.url).pathname)
const knowledge = minisearchKnowledge(JSON.parse(JSON.stringify(compiled)))

const best = async (text: string, language?: string) => {
  const [first] = await knowledge.retrieve({ text, limit: 4, ...(language ? { language } : {}) })
  return first
}

describe('a question that an article answers', () => {
  test.each([
    ['How long does a refund take?', 'en', 'en/refunds'],
    ['when do i get my money back', 'en', 'en/refunds'],
    ['I forgot my pasword', 'en', 'en/password-and-login'],
    ['the light keeps flickering on my old dimmer', 'en', 'en/dimming-and-flicker'],
    ['how often shuold I oil my oak tabel', 'en', 'en/caring-for-wood'],
    ['Wie lange dauert die Lieferung?', 'de', 'de/lieferung-und-versandkosten'],
    ['¿Puedo pagar a plazos?', 'es', 'es/pagos-y-facturas'],
    ['Comment renvoyer un article ?', 'fr', 'fr/retours-et-remboursements'],
    ['Posso pagar em prestações?', 'pt', 'pt/pagamentos-e-faturas'],
    ['Come faccio un reso?', 'it', 'it/resi-e-rimborsi'],
  ])('%j (%s) is answered by %s with confidence', async (text, language, articleId) => {
    const passage = await best(text, language)

    expect(passage?.articleId).toBe(articleId)
    expect(passage?.confidence).toBeGreaterThan(0.5)
  })

  test('is found in another language when its own has no such article', async () => {
    const passage = await best('Meine LED flackert mit dem Dimmer', 'de')

    expect(passage?.articleId).toBe('en/dimming-and-flicker')
  })

  test('is answered in the language of the customer first, whatever the region', async () => {
    const languages = await Promise.all(
      ['es', 'pt-BR', 'it'].map(async (language) => (await best('PayPal', language))?.language),
    )

    expect(languages).toEqual(['es', 'pt', 'it'])
  })

  test('is found without accents and in capitals', async () => {
    const [plain, accented] = [
      await best('DEVOLUCION DE UNA LAMPARA', 'es'),
      await best('devolución de una lámpara', 'es'),
    ]

    expect(plain).toEqual(accented)
  })
})

describe('a question about something else', () => {
  test.each([
    'will it rain tomorrow morning?',
    'book me a taxi to the airport',
    'recipe for banana bread',
    'who won the football match',
    'rezept für kartoffelsuppe',
    'raconte-moi une blague',
  ])('%j gets next to no confidence', async (text) => {
    expect((await best(text))?.confidence ?? 0).toBeLessThan(0.2)
  })

  test('finds nothing at all when no word is shared', async () => {
    expect(await knowledge.retrieve({ text: 'xyzzy qwertzu', limit: 4 })).toEqual([])
  })

  test('loses the confidence that only a removed article gave', async () => {
    const without = compilePassages(compiled.passages.filter(({ articleId }) => !articleId.includes('password')))
    const [first] = await minisearchKnowledge(without).retrieve({
      text: 'how do I turn on two-step verification?',
      limit: 1,
    })

    expect((await best('how do I turn on two-step verification?'))?.confidence).toBeGreaterThan(0.5)
    expect(first?.confidence ?? 0).toBeLessThan(0.5)
  })
})

describe('the passages found', () => {
  test('come best first, no more than asked for, with all that the reply needs', async () => {
    const passages = await knowledge.retrieve({ text: 'return a lamp', language: 'en', limit: 3 })

    expect(passages).toHaveLength(3)
    expect(passages.map(({ confidence }) => confidence)).toEqual(
      passages.map(({ confidence }) => confidence).toSorted((a, b) => b - a),
    )
    expect(passages[0]).toMatchObject({
      title: 'Returning an item',
      url: expect.stringMatching(/^https:/),
      topic: 'returns',
      text: expect.any(String),
    })
  })

  test.each(['', '   ', '???', 'the and of', '🙂', '<passage>'])('are none for %j', async (text) => {
    expect(await knowledge.retrieve({ text, limit: 4 })).toEqual([])
  })

  test('always carry a probability, whatever a customer types', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 300, unit: 'grapheme' }), async (text) => {
        const passages = await knowledge.retrieve({ text: `lamp ${text} refund`, limit: 4 })
        return passages.every(({ confidence }) => confidence >= 0 && confidence <= 1)
      }),
      { numRuns: 50 },
    )
  })

  test('are the same for words that JavaScript objects know, too', async () => {
    expect(await knowledge.retrieve({ text: 'constructor __proto__ toString hasOwnProperty', limit: 4 })).toEqual([])
  })
})
