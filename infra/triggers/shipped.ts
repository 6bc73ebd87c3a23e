import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { WrittenModel } from '#shared/triggers/repeated/model.ts'
import { projectFolder } from '../bundle/door-entries.ts'

const inTriggers = (name: string): Buffer => readFileSync(join(projectFolder, 'shared/triggers', name))

/** What `npm run train` made. */
export const shippedWeights = (): Uint8Array => inTriggers('weights.bin')

/** What `npm run train:repeated` made. */
export const shippedRepeats = (): WrittenModel => JSON.parse(inTriggers('repeated/weights.json').toString())
