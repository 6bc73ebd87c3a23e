import type { TriggerConfig } from '../config/config.ts'
import { askedForHuman } from './asked-for-human.ts'
import { billingDispute } from './billing-dispute.ts'
import { cancellation } from './cancellation.ts'
import { distress } from './distress.ts'
import type { Ears } from './ears.ts'
import { frustration } from './frustration.ts'
import { highValueAccount } from './high-value-account.ts'
import { bounded } from './judged-part.ts'
import { legal } from './legal.ts'
import { ownTopics } from './own-topic.ts'
import { repeatedQuestion } from './repeated-question.ts'
import type { Fired, Judged, Verdict } from './trigger.ts'

const SPOKEN = [distress, legal, billingDispute, cancellation, askedForHuman, frustration] as const

/** What the customer's side alone says about a message. */
export interface Judgement {
  /** Hands off at once. */
  readonly certain: readonly Fired[]
  /** For the model to decide; where no model answers they count. */
  readonly possible: readonly Fired[]
}

/** Every trigger that needs no model, before any model is asked: no outage and no injection can switch these off. */
export const judgeMessage = (written: Judged, config: TriggerConfig, ears: Ears): Judgement => {
  const judged = bounded(written)
  const verdicts = SPOKEN.flatMap((trigger): Verdict | readonly Verdict[] => trigger(judged, config, ears) ?? [])
  const found = (certainty: Verdict['certainty']): readonly Fired[] =>
    verdicts.filter((verdict) => verdict.certainty === certainty).map(({ fired }) => fired)
  const known = [highValueAccount(judged, config), repeatedQuestion(judged, config, ears)]
  return {
    certain: [...found('certain'), ...known.flatMap((fired) => fired ?? []), ...ownTopics(judged, config, ears.listen)],
    possible: found('possible'),
  }
}
