import { expect, test } from 'vitest'
import { ask, hear } from '#shared/triggers/repeated/asked.ts'
import { otherInFrame } from '#shared/triggers/repeated/other-in-frame.ts'
import { repeatedQuestion } from '#shared/triggers/repeated-question.ts'
import { repeats } from '#tests/support/listen.ts'
import { triggersWith } from '../judging.ts'

const model = repeats()

const parted = (one: string, other: string): boolean => {
  const heard = [one, other].map(hear)
  const lexicons = model.spoken(heard.flatMap(({ units }) => units))
  const [left, right] = heard.map((message) => ask(message, lexicons, model.telling))
  if (left === undefined || right === undefined) throw new Error('nothing was asked')
  return otherInFrame(left, right, model)
}

test.each([
  ['Where is order 4411?', 'where is order 4412'],
  ['Is the blue sofa in stock?', 'Is the green sofa in stock?'],
  ['How much is shipping to France?', 'How much is shipping to Spain?'],
  ['¿Tienen la camisa en azul?', '¿Tienen la camisa en rojo?'],
])('"%s" and "%s" ask two things in one frame', (one, other) => {
  expect(parted(one, other)).toBe(true)
  expect(parted(other, one)).toBe(true)
})

test.each([
  ['where is my parcel', 'where is my package', 'another word for the same thing'],
  ['how do I reset my password', 'how can I reset my password', 'a little word'],
  ['when will my refund arrive', 'when will my refnud arrive', 'a slip of the finger'],
  ['can I return the lamp', 'can I return the lamp', 'nothing at all'],
  ['is the blue sofa in stock', 'do you have the green sofa in stock', 'the frame as well'],
  ['shipping France', 'shipping Spain', 'a word beside one other'],
])('"%s" and "%s" are left to what they mean: %s apart', (one, other) => {
  expect(parted(one, other)).toBe(false)
})

test('three questions in one frame are not one question three times; the same order is', () => {
  const asked = (earlier: readonly string[], message: string) =>
    repeatedQuestion({ messages: [message], earlier }, triggersWith(), { repeats })?.trigger

  expect(asked(['Where is order 4411?', 'Where is order 4412?'], 'Where is order 4413?')).toBeUndefined()
  expect(asked(['Where is order 4411?', 'Any news about order 4411?'], 'So where is order 4411?')).toBe(
    'repeated-question',
  )
})
