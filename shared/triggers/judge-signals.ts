import type { Signals } from '../assistant/signals.ts'
import type { TriggerConfig } from '../config/config.ts'
import { asksNothing } from './asks-nothing.ts'
import { type Fired, failure, type Judged, topic } from './trigger.ts'

/** What the model noticed. It can add a trigger and never removes one: there is no way here to return fewer. */
export const judgeSignals = (signals: Signals, judged: Judged, config: TriggerConfig): readonly Fired[] => [
  ...failures(signals, judged, config),
  ...topics(signals, config),
]

const noticed = { score: 1, threshold: 1, detail: 'noticed by the model' } as const

const failures = (signals: Signals, { earlier, messages }: Judged, config: TriggerConfig): readonly Fired[] => {
  const { enabled, threshold } = config.frustration
  const repeated = config['repeated-question']
  const angry = enabled && signals.frustration >= threshold
  // The model only says "again": it takes as many earlier messages as the trigger counts to be the third time.
  const again = repeated.enabled && signals.restatesEarlierQuestion && earlier.length >= repeated.times - 1
  const unanswered = config['outside-knowledge'].enabled && !signals.answered && !messages.every(asksNothing)
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

const topics = (signals: Signals, config: TriggerConfig): readonly Fired[] => {
  const seen = new Set([signals.topic, ...(signals.distress ? ['distress'] : []), ...signals.ownTopics])
  const enabled = [...TOPICS.filter((id) => config[id].enabled), ...config.own.map(({ id }) => id)]
  return enabled.filter((id) => seen.has(id)).map((id) => topic(id, noticed, `touches ${id}, as the model reads it`))
}
