import type { Signals } from '../assistant/signals.ts'
import type { TriggerConfig } from '../config/config.ts'
import { asksNothing } from './asks-nothing.ts'
import { isOn } from './is-on.ts'
import { type Fired, failure, type Judged, topic } from './trigger.ts'

/**
 * What the model noticed. It can add a trigger and never removes one: there is no way here to return fewer.
 * `possible`: what the words alone left open; where the model says the same, their evidence is kept.
 */
export const judgeSignals = (
  signals: Signals,
  judged: Judged,
  config: TriggerConfig,
  possible: readonly Fired[] = [],
): readonly Fired[] =>
  [...failures(signals, judged, config, possible), ...topics(signals, judged, config)].map(
    (noticed) => possible.find(({ trigger }) => trigger === noticed.trigger) ?? noticed,
  )

const noticed = { score: 1, threshold: 1, detail: 'noticed by the model' } as const

const failures = (
  signals: Signals,
  judged: Judged,
  config: TriggerConfig,
  possible: readonly Fired[],
): readonly Fired[] => {
  const { earlier, messages } = judged
  const { certain, possible: least } = config.frustration
  const threshold = possible.some(({ trigger }) => trigger === 'frustration') ? least : certain
  const angry = isOn(judged, config.frustration) && signals.frustration >= threshold
  // The model only says "again": it takes as many earlier messages as the trigger counts to be the third time.
  const repeated = config['repeated-question']
  const again = isOn(judged, repeated) && signals.restatesEarlierQuestion && earlier.length >= repeated.times - 1
  const unanswered = isOn(judged, config['outside-knowledge']) && !signals.answered && !messages.every(asksNothing)
  return [
    ...(signals.wantsHuman ? [failure('asked-for-human', noticed, 'asks for a person, as the model reads it')] : []),
    ...(angry
      ? [
          failure(
            'frustration',
            { ...noticed, score: signals.frustration, threshold },
            'sounds angry, as the model reads it',
          ),
        ]
      : []),
    ...(again ? [failure('repeated-question', noticed, 'asks the same again, as the model reads it')] : []),
    ...(unanswered
      ? [failure('outside-knowledge', noticed, 'the model found no answer in the connected knowledge')]
      : []),
  ]
}

const TOPICS = ['billing-dispute', 'cancellation', 'distress', 'legal'] as const

const topics = (signals: Signals, judged: Judged, config: TriggerConfig): readonly Fired[] => {
  const seen = new Set([signals.topic, ...(signals.distress ? ['distress'] : []), ...signals.ownTopics])
  const enabled = [
    ...TOPICS.filter((id) => isOn(judged, config[id])),
    ...config.own.filter((own) => isOn(judged, own)).map(({ id }) => id),
  ]
  return enabled.filter((id) => seen.has(id)).map((id) => topic(id, noticed, `touches ${id}, as the model reads it`))
}
