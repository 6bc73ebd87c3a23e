import { describe, expect, test } from 'vitest'
import { readFollowUps } from '#shared/triggers/repeated/training/follow-ups.ts'
import { GroupError } from '#shared/triggers/repeated/training/groups.ts'

const content = `# lamps
does it dim | can it be darker
what does it cost
how long is the cable

# parcels
where is it
who took it
it was raining
`

test('each question is a group, each thing a family of its own', () => {
  const groups = readFollowUps('en', content)

  expect(groups.map(({ lines }) => lines.length)).toEqual([2, 1, 1, 1, 1, 1])
  expect(new Set(groups.map(({ family }) => family)).size).toBe(2)
  expect(groups.every(({ together }) => together)).toBe(true)
})

describe('refused is', () => {
  test.each([
    ['a thing with two questions', 'one\ntwo', 'has 2 questions, must have 3 or more'],
    ['the same wording twice', 'one | one\ntwo\nthree', 'must be different wordings'],
    ['an empty wording', 'one |  | uno\ntwo\nthree', 'must be different wordings'],
  ])('%s', (_, lines, why) => {
    expect(() => readFollowUps('en', lines)).toThrow(GroupError)
    expect(() => readFollowUps('en', lines)).toThrow(why)
  })
})
