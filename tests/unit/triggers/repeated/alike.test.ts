import { describe, expect, test } from 'vitest'
import { alike } from '#shared/triggers/repeated/alike.ts'
import { ask, hear } from '#shared/triggers/repeated/asked.ts'
import { logitOf } from '#shared/triggers/repeated/pair-likeness.ts'
import { repeats } from '#tests/support/listen.ts'

const repeatModel = repeats()

const read = (...texts: string[]) => {
  const heard = texts.map(hear)
  const lexicons = repeatModel.spoken(heard.flatMap(({ units }) => units))
  return heard.map((one) => ask(one, lexicons, repeatModel.telling))
}

const chances = (times: number, newest: string, ...before: string[]) => {
  const [first, ...others] = read(newest, ...before)
  if (first === undefined) throw new Error('nothing was asked')
  return alike(first, others, times, repeatModel)
}

describe('of the earlier messages', () => {
  test('those that ask the same come first', () => {
    const found = chances(
      3,
      'how do I reset my password',
      'opening hours?',
      'I forgot my password',
      'password lost, help',
    )

    expect(
      found
        .map(({ message }) => message.text)
        .slice(0, 2)
        .sort(),
    ).toEqual(['I forgot my password', 'password lost, help'])
    expect(found[1]?.chance).toBeGreaterThan(0.5)
    expect(found[2]?.chance).toBeLessThan(0.5)
  })

  test('one alone counts for the second time and not for the third', () => {
    const [twice] = chances(2, 'where is my parcel', 'where is my parcel now')
    const [thrice] = chances(3, 'where is my parcel', 'where is my parcel now')

    expect(twice?.chance).toBeGreaterThan(0.5)
    expect(thrice?.chance).toBe(0)
  })

  test('no more than seven are looked at closely', () => {
    expect(chances(3, 'where is my parcel', ...Array.from({ length: 30 }, (_, at) => `parcel ${at}`))).toHaveLength(7)
  })

  test('there may be none', () => {
    expect(chances(3, 'where is my parcel')).toEqual([])
  })
})

describe('the same words', () => {
  test('are sure to be the same question, even if they mean nothing', () => {
    expect(chances(3, 'zxq fnord', 'Zxq fnord!', 'zxq  fnord?').map(({ chance }) => chance)).toEqual([1, 1])
  })

  test('are needed: numbers alone are none', () => {
    expect(chances(3, '17', '17', '17')[1]?.chance).toBeLessThan(0.5)
  })
})

describe('nearly the same words are liker than one thing in common', () => {
  test.each([
    ['how do I dim the lamp', 'dim the lamp how', 'how do I return the lamp'],
    ['can I take my dog on the train', 'take dog on train', 'when does the train leave'],
    ['wie kündige ich mein abo', 'abo kündigen wie', 'was kostet das abo'],
  ])('%s', (newest, nearly, other) => {
    const [one, two, three] = read(newest, nearly, other)
    if (!one || !two || !three) throw new Error('nothing was asked')

    expect(logitOf(one, two, repeatModel)).toBeGreaterThan(logitOf(one, three, repeatModel) + 1)
  })
})
