/**
 * How long things take in AWS. None of it can be measured on this machine, so it is stated: the middle of the ranges
 * that AWS's and third parties' pages give for a warm function in the services' own region. Unverified.
 */
export const callMs: Readonly<Record<string, number>> = {
  'dynamodb GetItem': 6,
  'dynamodb Query': 7,
  'dynamodb BatchGetItem': 8,
  'dynamodb UpdateItem': 8,
  'dynamodb PutItem': 8,
  'dynamodb DeleteItem': 8,
  'dynamodb TransactWriteItems': 16,
  'sqs SendMessage': 12,
  'sqs SendMessageBatch': 14,
  'sqs ReceiveMessage': 12,
  'sqs DeleteMessage': 10,
  'sqs ChangeMessageVisibility': 10,
  'sqs GetQueueAttributes': 10,
  'secretsmanager GetSecretValue': 20,
}

/** The company's endpoint, which a delivery waits for. */
export const callbackMs = 100

/** What one attachment keeps a turn: the provider's answer with a picture, and its way into the bucket. */
export const attachmentMs = { fetch: 400, put: 60 } as const

/**
 * CPU time of one warm event on one full core: `npm run bench` measures the first three, the others are taken as like them.
 * The report's is of one conversation that it reads, measured against an emulator of the table.
 */
export const cpuMs: Readonly<Record<string, number>> = {
  ReceiveMessage: 3,
  TakeTurn: 13,
  DeliverMessage: 6,
  AgentApi: 8,
  Sweep: 25,
  Report: 2.3,
}

/** Memory at which Lambda gives one full core. */
const fullCoreMegabytes = 1_769
/** A start in a hundred is a cold one; its initialisation is billed. */
export const coldStart = { share: 0.01, initMs: 500 } as const

/** Runs on a share of a core that follows its memory. */
export const cpuMsAt = (door: string, memoryMegabytes: number): number =>
  (cpuMs[door] ?? 0) * Math.max(1, fullCoreMegabytes / memoryMegabytes)
