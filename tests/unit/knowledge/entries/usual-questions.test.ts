import { describe, expect, test } from 'vitest'
import { readUsualMatters, usualMatters } from '#shared/knowledge/entries/usual-questions.ts'
import { UsualQuestionsError } from '#shared/knowledge/errors.ts'

describe('usual matters', () => {
  test('are read with their lines, slots drawn', () => {
    const [matter, ...others] = readUsualMatters(
      'zoo',
      '# a comment\n@ tickets\nhow much is {a day|a year}\n\n@ food\n',
    )

    expect(matter?.name).toBe('zoo: tickets')
    expect(matter?.lines.every((line) => /^how much is a (day|year)$/.test(line))).toBe(true)
    expect(others).toEqual([{ name: 'zoo: food', lines: [] }])
  })

  test('are refused with file and line where a question belongs to none', () => {
    expect(() => readUsualMatters('zoo', '\nhow much is a day')).toThrow(UsualQuestionsError)
    expect(() => readUsualMatters('zoo', '\nhow much is a day')).toThrow('zoo.txt:2')
  })
})

describe('the shipped ones', () => {
  const matters = usualMatters()

  test('have names of their own and at least a question each', () => {
    expect(new Set(matters.map(({ name }) => name)).size).toBe(matters.length)
    expect(matters.filter(({ lines }) => lines.length === 0)).toEqual([])
  })

  test('are the same at every reading', () => {
    expect(usualMatters()).toEqual(matters)
  })
})
