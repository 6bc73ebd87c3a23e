import { type Fired, failure } from './trigger.ts'

export const unavailableCauses = {
  throttled: 'the model turned us away',
  'timed-out': 'the model took too long',
  malformed: 'the model answered with something unusable',
  refused: 'the model declined to answer',
  guardrail: 'a guardrail stopped it',
  'other-language': 'the model answered in another language than the customer’s',
  failed: 'the model or one of its tools failed',
  'foreign-link': 'its draft held a link that is in no article and not the company’s',
  paused: 'the model failed several times in a row and is left alone for a while',
  'tool-failed': 'a tool that the answer needs failed',
  'knowledge-failed': 'the articles could not be searched',
  'budget-spent': 'all model calls that one sender has in an hour or a day are made',
  'day-budget-spent': 'today’s budget is spent',
  'turn-failed': 'the turn failed three times',
} as const
export type UnavailableCause = keyof typeof unavailableCauses

/** Whether a cause that was kept is one of these. */
export const isUnavailableCause = (cause: string): cause is UnavailableCause => Object.hasOwn(unavailableCauses, cause)

/** Has no switch and needs no score: a customer is never left with silence. `which`: one of several that it may have been. */
export const assistantUnavailable = (cause: UnavailableCause, which?: string): Fired =>
  failure(
    'assistant-unavailable',
    { score: 1, threshold: 1, detail: cause },
    `the assistant could not answer: ${unavailableCauses[cause]}${which === undefined ? '' : `: ${which}`}`,
  )
