import { describe, expect, test } from 'vitest'
import { lexicons } from '#shared/knowledge/entries/lexicons.ts'
import { compileSenses, openSenses } from '#shared/knowledge/entries/senses.ts'
import { stemsOf } from '#shared/knowledge/entries/stems.ts'

const sensesIn = (written: readonly string[]) => {
  const sensesOf = openSenses(compileSenses(written))
  return (text: string) => [...sensesOf(stemsOf(text))]
}

describe('a sense', () => {
  const senses = sensesIn(['end: cancel booking, call off', 'ask: how long'])

  test('is heard in any of its sayings, a word in between', () => {
    expect(senses('please cancel my booking')).toEqual(['end'])
    expect(senses('call it off')).toEqual(['end'])
  })

  test('is not heard in half a saying, nor with two words in between, nor backwards', () => {
    expect(senses('cancel')).toEqual([])
    expect(senses('cancel my dear booking')).toEqual([])
    expect(senses('long how')).toEqual([])
  })

  test('goes on in another lexicon', () => {
    expect(sensesIn(['end: cancel', 'end: revoke'])('revoke')).toEqual(['end'])
  })
})

test('the shipped lexicons know that words of one matter belong together', () => {
  const senses = sensesIn(lexicons)

  expect(senses('atm')).toEqual(senses('cashpoint'))
  expect(senses('zyxt')).toEqual([])
})
