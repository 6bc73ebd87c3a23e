import type { TriggerConfig } from '../config/config.ts'
import type { Ears } from './ears.ts'
import { spoken } from './spoken.ts'
import { failure, type Judged, quote, type Verdict } from './trigger.ts'

/** Whoever asks for a person gets one: it has no switch. */
export const askedForHuman = (judged: Judged, config: TriggerConfig, ears: Ears): Verdict | undefined => {
  const found = spoken(judged, 'asked-for-human', config['asked-for-human'], ears)
  if (found === undefined) return undefined
  const { certainty, evidence } = found
  return { certainty, fired: failure('asked-for-human', evidence, `asks for a person: ${quote(evidence.matched)}`) }
}
