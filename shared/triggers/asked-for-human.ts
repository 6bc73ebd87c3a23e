import type { TriggerConfig } from '../config/config.ts'
import { heard } from './phrase-trigger.ts'
import { books } from './phrases/books.ts'
import { type Fired, failure, type Judged, quote } from './trigger.ts'

/** Whoever asks for a person gets one: it has no switch, and no model is asked. */
export const askedForHuman = (judged: Judged, config: TriggerConfig): Fired | undefined => {
  const evidence = heard(judged, books['asked-for-human'], config['asked-for-human'].threshold)
  return evidence && failure('asked-for-human', evidence, `asks for a person: ${quote(evidence.matched)}`)
}
