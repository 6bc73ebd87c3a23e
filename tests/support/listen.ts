import { readFileSync } from 'node:fs'
import { createClassifier } from '#shared/triggers/classifier/classifier.ts'
import { readModel } from '#shared/triggers/classifier/model.ts'
import type { Ears } from '#shared/triggers/ears.ts'
import type { Listen } from '#shared/triggers/listen.ts'
import { openPhraseBook } from '#shared/triggers/phrase-book.ts'
import { compilePhrases } from '#shared/triggers/phrases/compile.ts'
import { languages } from '#shared/triggers/phrases/languages.ts'
import type { Recognise } from '#shared/triggers/recognise.ts'
import { openRepeats } from '#shared/triggers/repeated/open-repeats.ts'

const weights = new URL('../../shared/triggers/weights.bin', import.meta.url)

const repeatsFile = new URL('../../shared/triggers/repeated/weights.json', import.meta.url)

export const model = readModel(readFileSync(weights))

/** The classifier as it is deployed. */
export const listen: Listen = createClassifier(model)

/** The phrases, gone through the file that they are laid beside the turn in. */
export const recognise: Recognise = openPhraseBook(JSON.parse(JSON.stringify(compilePhrases(languages))))

/** What tells that messages ask the same, read as it is beside the turn. */
export const repeats = openRepeats(() => JSON.parse(readFileSync(repeatsFile, 'utf8')))

export const ears: Ears = { listen, recognise, repeats }

/** Hears nothing in anything: what remains is what the phrases say. */
export const deaf: Listen = () => []
