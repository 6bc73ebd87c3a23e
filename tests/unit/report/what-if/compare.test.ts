import { describe, expect, test } from 'vitest'
import { compareConversation } from '#shared/report/what-if/compare.ts'
import type { Replayed } from '#shared/report/what-if/replayed.ts'
import { handedOffTo, stretch, suing } from './turns.ts'

const answered: Replayed = { kind: 'answered' }
const unknown: Replayed = { kind: 'unknown', wants: 'model' }
const support = handedOffTo('support')

const kindsOf = (did: string, now: readonly Replayed[]) =>
  compareConversation(stretch(did, now)).map(({ kind }) => kind)

describe('one stretch of the assistant’s', () => {
  test.each([
    ['stays answered', 'aaa', [answered, answered, answered], 'same'],
    ['hands off where it did', 'aaH', [answered, answered, support], 'same'],
    ['goes to another team', 'aaH', [answered, answered, handedOffTo('billing')], 'moved'],
    ['fires another trigger', 'aaH', [answered, answered, handedOffTo('support', suing)], 'moved'],
    ['hands off before', 'aaH', [answered, support, support], 'earlier'],
    ['hands off where it did not', 'aaa', [answered, support, answered], 'new'],
    ['does not hand off any more', 'aaH', [answered, answered, answered], 'gone'],
    ['hands off in what was written while a person had it', 'aHww', [answered, answered, answered, support], 'later'],
  ] as const)('%s', (_, did, now, kind) => {
    expect(kindsOf(did, now)).toEqual([kind])
  })

  test('names both places, each with its evidence', () => {
    const [difference] = compareConversation(stretch('aaH', [answered, support, support]))

    expect(difference).toMatchObject({
      before: { at: 1_002, turn: { fired: [{ trigger: 'frustration' }] }, handoff: { id: 'h2', team: 'support' } },
      after: { at: 1_001, handoff: { team: 'support', fired: [{ trigger: 'frustration' }] } },
      open: false,
    })
  })

  test('is open where a turn before its end would have gone on to what was never asked', () => {
    const [gone] = compareConversation(stretch('aH', [answered, unknown]))
    const [later] = compareConversation(stretch('aHw', [answered, unknown, support]))

    expect(gone).toMatchObject({ kind: 'gone', open: true })
    expect(later).toMatchObject({ kind: 'later', open: true })
  })

  test('is settled where only a turn behind its end is open', () => {
    const [difference] = compareConversation(stretch('aaHw', [answered, support, support, unknown]))

    expect(difference).toMatchObject({ kind: 'earlier', open: false })
  })
})

describe('a conversation with several', () => {
  test('each stretch is compared by itself, from one return to the next handoff', () => {
    expect(kindsOf('aHwaHw', [support, support, answered, answered, answered, answered])).toEqual(['earlier', 'gone'])
  })

  test('what is written while a person has it begins no stretch', () => {
    expect(kindsOf('aHwww', [answered, support, answered, answered, answered])).toEqual(['same'])
  })

  test('what was written before the log begins, or behind its end, was never the assistant’s', () => {
    expect(kindsOf('wwaH', [support, answered, answered, support])).toEqual(['same'])
    expect(kindsOf('w', [support])).toEqual([])
  })

  test('nothing logged is nothing to compare', () => {
    expect(compareConversation([])).toEqual([])
  })
})
