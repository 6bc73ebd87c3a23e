import type { TriggerConfig } from '../config/config.ts'
import { askedForHuman } from './asked-for-human.ts'
import { billingDispute } from './billing-dispute.ts'
import { cancellation } from './cancellation.ts'
import { distress } from './distress.ts'
import { frustration } from './frustration.ts'
import { highValueAccount } from './high-value-account.ts'
import { bounded } from './judged-part.ts'
import { legal } from './legal.ts'
import { ownTopics } from './own-topic.ts'
import { repeatedQuestion } from './repeated-question.ts'
import type { Fired, Judged } from './trigger.ts'

const TRIGGERS = [
  distress,
  legal,
  billingDispute,
  cancellation,
  highValueAccount,
  askedForHuman,
  frustration,
  repeatedQuestion,
] as const

/** Every trigger that needs no model, before any model is asked: no outage and no injection can switch these off. */
export const judgeMessage = (written: Judged, config: TriggerConfig): readonly Fired[] => {
  const judged = bounded(written)
  return [...TRIGGERS.flatMap((trigger) => trigger(judged, config) ?? []), ...ownTopics(judged, config)]
}
