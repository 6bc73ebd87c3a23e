import { describe, expect, test } from 'vitest'
import { readRepeatModel } from '#shared/triggers/repeated/model.ts'
import { readSameFolder } from '#shared/triggers/repeated/training/same-folder.ts'
import { trainRepeats, usualRepeatTraining } from '#shared/triggers/repeated/training/train-repeats.ts'
import { meaningNames, writeForms } from '#shared/triggers/repeated/training/write-lexicon.ts'
import written from '#shared/triggers/repeated/weights.json' with { type: 'json' }
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
    expect(JSON.stringify(trainRepeats(examples, quick))).toBe(JSON.stringify(trained))
  })

  test('makes another of other examples', () => {
    expect(trainRepeats({ ...examples, groups: groups.slice(1) }, quick)).not.toEqual(trained)
  })

  test('has a lexicon for each language with meanings', () => {
    expect(readRepeatModel(trained).lexicons.map(({ language }) => language)).toEqual(['en', 'de'])
  })
})

test('the weights that are checked in know the meanings and the languages that are authored', () => {
  const { meanings } = readSameFolder('shared/triggers/examples-same')

  expect(written.meanings.split(' ')).toEqual(meaningNames(meanings.en ?? ''))
  expect(Object.keys(written.forms)).toEqual(Object.keys(meanings))
  for (const [language, forms] of Object.entries<string>(written.forms))
    expect(forms, language).toBe(writeForms(language, meanings[language] ?? '', written.meanings.split(' ')))
})
