import { expect, test } from 'vitest'
import { createClassifier } from '#shared/triggers/classifier/classifier.ts'
import { judgeMessage } from '#shared/triggers/judge-message.ts'
import { openPhraseBook } from '#shared/triggers/phrase-book.ts'
import { compilePhrases } from '#shared/triggers/phrases/compile.ts'
import { languages } from '#shared/triggers/phrases/languages.ts'
import type { Fired } from '#shared/triggers/trigger.ts'
import { ears, model, repeats } from '#tests/support/listen.ts'
import { hostileTexts } from './hostile-texts.ts'
import { saying, triggersWith } from './judging.ts'

const config = triggersWith()
const count = 10_000
const everythingElse = 'where is my order?'

const sound = ({ evidence: { score, threshold, matched = '' }, reason }: Fired): boolean =>
  score >= threshold && score <= 1 && matched.length <= 8_001 && !reason.includes('\n') && reason.length < 200

test(`${count} texts that no customer means are judged, and the evidence is fit to be stored`, () => {
  const unsound: string[] = []
  let judged = 0

  for (const text of hostileTexts(count, 4)) {
    const { certain, possible } = judgeMessage(saying(text), config, ears)
    judged++
    if (![...certain, ...possible].every(sound)) unsound.push(text.slice(0, 80))
  }

  expect(judged).toBe(count)
  expect(unsound).toEqual([])
}, 120_000)

test('the same text is judged the same, whatever was judged before and by whichever process', () => {
  const fresh = { listen: createClassifier(model), recognise: openPhraseBook(compilePhrases(languages)), repeats }
  const texts = [...hostileTexts(600, 5)]
  const first = texts.map((text) => judgeMessage(saying(text), config, ears))

  const again = texts.toReversed().map((text) => judgeMessage(saying(text), config, fresh))

  expect(again.toReversed()).toEqual(first)
})

test('what is hostile does not make the next message unheard', () => {
  for (const text of hostileTexts(200, 6)) judgeMessage(saying(text), config, ears)

  expect(judgeMessage(saying('I want to talk to a human'), config, ears).certain).toHaveLength(1)
  expect(judgeMessage(saying(everythingElse), config, ears)).toEqual({ certain: [], possible: [] })
})
