/** Seconds that each door may run, as the stack deploys them; a test holds these to its template. */
export const doorSeconds = { ReceiveMessage: 10, TakeTurn: 45, DeliverMessage: 30, AgentApi: 29, Sweep: 55 } as const
export type DoorName = keyof typeof doorSeconds

/** What brings a queue's messages to a door. */
export const eventSource = {
  batchSize: 10,
  /** Each message of a batch fails for itself. */
  partialFailures: true,
  /** As many as Lambda begins with; the stack sets no bound of its own. */
  concurrency: 5,
} as const

/** How the doors' own clients wait and repeat; a test holds these to them. */
export const clientLimits = {
  dynamodb: { requestMs: 3_000, maxAttempts: 3 },
  sqs: { requestMs: 24_000, maxAttempts: 3 },
  /** Without a limit of its own: the turn's budget ends it, or the door's. */
  bedrock: { requestMs: 60_000, maxAttempts: 1 },
  events: { requestMs: 3_000, maxAttempts: 2 },
  /** The same: each call of a tool brings its own time. */
  lambda: { requestMs: 60_000, maxAttempts: 1 },
  tool: { requestMs: 60_000 },
} as const
