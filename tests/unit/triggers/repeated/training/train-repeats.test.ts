import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readRepeatModel } from '#shared/triggers/repeated/model.ts'
import { readSameFolder } from '#shared/triggers/repeated/training/same-folder.ts'
import { trainRepeats, usualRepeatTraining } from '#shared/triggers/repeated/training/train-repeats.ts'
import { groups, talk } from './phrases.ts'

const examples = {
  groups,
  talk,
  dialogues: [['a pizza', 'with olives', 'cash']],
  meanings: { en: '?where: where\nparcel: parcel* package*\ncard: card*', de: 'parcel: *paket*' },
}
const quick = { ...usualRepeatTraining, rounds: 1, folds: 2 }
const trained = trainRepeats(examples, quick)

describe('training', () => {
  test('makes the same model of the same examples', () => {
    expect(trainRepeats(examples, quick)).toEqual(trained)
  })

  test('makes another of other examples', () => {
    expect(trainRepeats({ ...examples, groups: groups.slice(1) }, quick)).not.toEqual(trained)
  })

  test('has a lexicon for each language with meanings', () => {
    expect(readRepeatModel(trained).lexicons.map(({ language }) => language)).toEqual(['en', 'de'])
  })
})

test('the weights that are checked in are those that the examples make', { timeout: 240_000 }, () => {
  const made = trainRepeats(readSameFolder('shared/triggers/examples-same'), usualRepeatTraining)

  expect(`${JSON.stringify(made, null, 2)}\n`).toBe(readFileSync('shared/triggers/repeated/weights.json', 'utf8'))
})
