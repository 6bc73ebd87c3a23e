import { readFileSync } from 'node:fs'
import { createClassifier } from '#shared/triggers/classifier/classifier.ts'
import { readModel } from '#shared/triggers/classifier/model.ts'
import type { Listen } from '#shared/triggers/listen.ts'

const weights = new URL('../../shared/triggers/weights.bin', import.meta.url)

/** The classifier as it is deployed. */
export const listen: Listen = createClassifier(readModel(readFileSync(weights)))

/** Hears nothing in anything: what remains is what the phrases say. */
export const deaf: Listen = () => []
