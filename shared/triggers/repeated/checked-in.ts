import { readRepeatModel } from './model.ts'
import written from './weights.json' with { type: 'json' }

/** What `npm run train:repeated` made of the examples: small enough to travel in the bundle. */
export const repeatModel = readRepeatModel(written)
