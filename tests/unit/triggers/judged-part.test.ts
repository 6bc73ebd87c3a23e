import { expect, test } from 'vitest'
import { judgeMessage } from '#shared/triggers/judge-message.ts'
import { bounded, judgedPart } from '#shared/triggers/judged-part.ts'
import { ears } from '#tests/support/listen.ts'
import { saying, triggersWith } from './judging.ts'

const config = triggersWith({})
const filler = 'the lamp is 40 cm high and 20 cm wide. '.repeat(8_000)
const triggersOf = (message: string) =>
  judgeMessage(saying(message), config, ears).certain.map(({ trigger }) => trigger)

test('a text of ordinary length is judged as it is', () => {
  const letter = filler.slice(0, 8_000)

  expect(judgedPart(letter)).toBe(letter)
})

test('of a longer one the beginning and the end are, in no more than its bounds', () => {
  const part = judgedPart(`first ${filler} last`)

  expect(part).toHaveLength(8_000)
  expect(part).toMatch(/^first .* last$/s)
  expect(judgedPart(part)).toBe(part)
})

test('no character is cut in half', () => {
  expect(judgedPart(`a${'😀'.repeat(9_000)}`).isWellFormed()).toBe(true)
})

test.each([
  ['at the beginning', `I want to talk to a human. ${filler}`],
  ['at the end', `${filler} I want to talk to a human.`],
])('who asks for a person %s of a long letter is heard', (_, letter) => {
  expect(triggersOf(letter)).toEqual(['asked-for-human'])
})

test('the evidence of the longest word is bounded, so that its record can be stored', () => {
  const { certain } = judgeMessage(saying(`lawyer${'s'.repeat(300_000)}`), config, ears)

  const fired = certain.find(({ trigger }) => trigger === 'legal')
  expect(fired?.evidence.matched?.length).toBeLessThanOrEqual(8_000)
})

test('what was written earlier is bounded as well', () => {
  const { messages, earlier } = bounded({ messages: [filler, 'hello'], earlier: [filler] })

  expect([...messages, ...earlier].map(({ length }) => length)).toEqual([8_000, 5, 8_000])
})
