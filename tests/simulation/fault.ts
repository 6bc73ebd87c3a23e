/** What can be wrong with an answer that comes. */
export const answerFaults = ['late', 'malformed', 'oversized'] as const
export type AnswerFault = (typeof answerFaults)[number]

export const isOfTheAnswer = (fault: Fault | undefined): fault is AnswerFault =>
  answerFaults.some((one) => one === fault)

/** What can go wrong with one call. */
export type Fault =
  | 'crash-before'
  | 'crash-after'
  | 'answer-lost-once'
  | 'answer-lost'
  | 'throttled-once'
  | 'throttled'
  | 'failing-once'
  | 'failing'
  | 'hanging'
  | 'dripping'
  | AnswerFault
  | `cancelled-${CancelReason}`

/** Reasons that DynamoDB cancels a transaction for, none of which the caller can help. */
export const cancelReasons = ['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded'] as const
export type CancelReason = (typeof cancelReasons)[number]

export const faults: readonly Fault[] = [
  'crash-before',
  'crash-after',
  'answer-lost-once',
  'answer-lost',
  'throttled-once',
  'throttled',
  'failing-once',
  'failing',
  'hanging',
]
export const transactionFaults: readonly Fault[] = cancelReasons.map((reason): Fault => `cancelled-${reason}`)

/** One call that a door makes, to the table, a queue, the model or a channel. */
export interface Call {
  readonly door: string
  readonly service: 'dynamodb' | 'sqs' | 'bedrock' | 'channel' | 's3' | 'events' | 'tool' | 'lambda'
  readonly operation: string
  /** Counts this door's calls of this operation within one invocation, from 0; a client's own repeats are the same call. */
  readonly index: number
  readonly invocation: number
  /** Counts the runs of this door, from 1. */
  readonly run: number
  /** 1 for the first try. */
  readonly attempt: number
}

/** Decides what happens to each attempt of a call; undefined lets it pass. */
export type Faults = (call: Call) => Fault | undefined

export const noFaults: Faults = () => undefined

/** A point that can be named again in another run of the same journey. */
export const pointOf = ({ door, run, service, operation, index }: Call): string =>
  `${door} ${run}: ${service} ${operation} ${index}`
