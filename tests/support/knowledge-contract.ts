import { beforeAll, describe, expect, test } from 'vitest'
import type { Knowledge, Passage } from '#shared/knowledge/passage.ts'

/** What every adapter of the port is given to hold: three articles, one of them in two languages. */
export const contractArticles: readonly { readonly file: string; readonly text: string }[] = [
  {
    file: 'en/returns.md',
    text: `---
title: Return an item
url: https://help.example.com/returns
topic: returns
language: en
---
You may send back any lamp within 60 days of the day that it came.

## What it costs
The label is free — within the EU; "elsewhere" it costs 9 €.
`,
  },
  {
    file: 'de/rueckgabe.md',
    text: `---
title: Etwas zurückgeben
url: https://help.example.com/de/rueckgabe
topic: returns
language: de
---
Jede Lampe können Sie innerhalb von 60 Tagen zurückschicken. Der Rückversand ist kostenlos.
`,
  },
  {
    file: 'en/oak.md',
    text: `---
title: Caring for oak
url: https://help.example.com/oak
language: en
---
Oil an oak table twice a year, and wipe it with a damp cloth.
`,
  },
]

const question = 'can I send a lamp back, and what does it cost?'

/**
 * What a turn relies on, whichever store the articles are in. `open` is called once, with the articles to hold.
 * A store ranks as it likes; the questions here have one answer that no ranking can miss.
 */
export const knowledgeContract = (
  name: string,
  open: (articles: typeof contractArticles) => Promise<Knowledge>,
): void => {
  describe(name, () => {
    let knowledge: Knowledge
    const ask = (text: string, more: { language?: string; limit?: number } = {}): Promise<readonly Passage[]> =>
      knowledge.retrieve({ text, limit: 4, ...more })
    beforeAll(async () => {
      knowledge = await open(contractArticles)
    })

    test('finds the article that answers, as its author wrote it', async () => {
      const [best] = await ask('how often do I oil an oak table?', { language: 'en' })

      expect(best).toMatchObject({
        articleId: 'en/oak',
        title: 'Caring for oak',
        url: 'https://help.example.com/oak',
        language: 'en',
      })
      expect(best?.text).toContain('Oil an oak table twice a year, and wipe it with a damp cloth.')
      expect(best).not.toHaveProperty('topic')
    })

    test('brings the topic, the heading and every character of what it found', async () => {
      const passages = await ask('what does the label cost, is it free within the EU?', { language: 'en' })
      const found = passages.find(({ heading }) => heading === 'What it costs')

      expect(found).toMatchObject({ articleId: 'en/returns', topic: 'returns' })
      expect(found?.text).toContain('The label is free — within the EU; "elsewhere" it costs 9 €.')
    })

    test('is as sure as a probability may be, and no less sure of the first than of the others in its language', async () => {
      const passages = await ask(question, { language: 'en' })
      const own = passages.filter(({ language }) => language === 'en').map(({ confidence }) => confidence)

      for (const { confidence, sureness = confidence } of passages) {
        expect(confidence).toBeGreaterThanOrEqual(0)
        expect(confidence).toBeLessThanOrEqual(1)
        expect(sureness).toBeGreaterThanOrEqual(0)
        expect(sureness).toBeLessThanOrEqual(1)
      }
      expect(own[0]).toBe(Math.max(...own))
    })

    test('is less sure of what nothing answers than of what an article does', async () => {
      const [answered] = await ask('how often do I oil an oak table?')
      const [lost] = await ask('who won the election in Portugal yesterday?')

      expect(lost?.confidence ?? 0).toBeLessThan(answered?.confidence ?? 0)
    })

    test('prefers the language of the customer where two say the same', async () => {
      const [english] = await ask('send a lamp back', { language: 'en' })
      const [german] = await ask('eine Lampe zurückschicken', { language: 'de' })
      const [region] = await ask('eine Lampe zurückschicken', { language: 'de-AT' })

      expect([english?.language, german?.language, region?.language]).toEqual(['en', 'de', 'de'])
    })

    test('answers with no more passages than are asked for', async () => {
      expect(await ask(question, { limit: 1 })).toHaveLength(1)
      expect((await ask(question, { limit: 2 })).length).toBeLessThanOrEqual(2)
    })

    test('answers the same question the same', async () => {
      expect(await ask(question)).toEqual(await ask(question))
    })

    test.each([
      ['nothing', ''],
      ['white space', ' \n\t '],
      ['marks', '"*:?()[]{}^~\\/ AND OR NOT -- ; DROP'],
      ['a very long message', `${question} `.repeat(2_000)],
      ['other scripts', '返品できますか 🪔 \u202Eبالعكس'],
      ['half a character', 'lamp \uD83D'],
    ])('takes %s for a question, and throws nothing', async (_kind, text) => {
      expect(Array.isArray(await ask(text))).toBe(true)
    })
  })
}
