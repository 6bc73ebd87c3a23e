import { expect, test } from 'vitest'
import { ordinaryLines } from '#shared/knowledge/entries/ordinary-lines.ts'

const english = ['Where is my order?', 'How do I return the shoes?', 'What does the delivery cost?']
const german = ['Wo ist meine Bestellung?', 'Wie kann ich die Schuhe zurückgeben?', 'Was kostet die Lieferung?']

test('everyday lines come in the languages of the questions', () => {
  const [here, there] = [ordinaryLines(english), ordinaryLines(german)]

  expect(here).not.toEqual(there)
  expect(there.some((line) => /\b(danke|bitte|ich)\b/i.test(line))).toBe(true)
  expect(here.some((line) => /\bich\b/i.test(line))).toBe(false)
})

test('a company that is not English is told fewer English ones', () => {
  const all = new Set(ordinaryLines(english))
  const kept = ordinaryLines(german).filter((line) => all.has(line))

  expect(kept.length).toBeGreaterThan(0)
  expect(kept.length).toBeLessThan(all.size / 3)
})

test('a line with slots is one line, with the first of each', () => {
  expect(ordinaryLines(english).filter((line) => /[{|}]/.test(line))).toEqual([])
})
