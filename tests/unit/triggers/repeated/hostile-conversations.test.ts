import { expect, test } from 'vitest'
import { bounded } from '#shared/triggers/judged-part.ts'
import { repeatedQuestion } from '#shared/triggers/repeated-question.ts'
import { ears } from '#tests/support/listen.ts'
import { hostileTexts } from '../hostile-texts.ts'
import { triggersWith } from '../judging.ts'

const config = triggersWith()
const count = 10_000

test(`${count} texts that no customer means are compared with each other, and what fires is fit to be stored`, () => {
  const texts = [...hostileTexts(count, 7)]
  const unsound: string[] = []
  let judged = 0

  for (let at = 0; at < texts.length; at += 10) {
    const [newest = '', ...earlier] = texts.slice(at, at + 10)
    const fired = repeatedQuestion(bounded({ messages: [newest], earlier }), config, ears)
    judged += 10
    const { score, threshold, detail = '' } = fired?.evidence ?? { score: 1, threshold: 0 }
    if (!(score >= threshold && score <= 1) || detail.length > 2_000 || detail.includes('\n')) unsound.push(newest)
  }

  expect(judged).toBe(count)
  expect(unsound).toEqual([])
}, 60_000)

test('the same hostile text three times is the same question, whatever it is made of', () => {
  const words = 'where is my order \u202e\u0000 "\'"\'" '.repeat(2_000)

  expect(repeatedQuestion({ messages: [words], earlier: [words, words] }, config, ears)).toBeDefined()
})
