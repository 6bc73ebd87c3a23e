import { type Fired, failure } from './trigger.ts'

export const unavailableCauses = {
  throttled: 'the model turned us away',
  'timed-out': 'the model took too long',
  malformed: 'the model answered with something unusable',
  refused: 'the model declined to answer',
  failed: 'the model or one of its tools failed',
  'foreign-link': 'its draft held a link that is in no article and not the company’s',
  paused: 'the model failed several times in a row and is left alone for a while',
  'tool-failed': 'a tool that the answer needs failed',
  'budget-spent': 'all model calls that one sender has in an hour are made',
  'turn-failed': 'the turn failed three times',
} as const
export type UnavailableCause = keyof typeof unavailableCauses

/** Has no switch and needs no score: a customer is never left with silence. */
export const assistantUnavailable = (cause: UnavailableCause): Fired =>
  failure(
    'assistant-unavailable',
    { score: 1, threshold: 1, detail: cause },
    `the assistant could not answer: ${unavailableCauses[cause]}`,
  )
