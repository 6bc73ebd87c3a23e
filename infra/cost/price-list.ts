/** Prices of us-east-1 in US dollars, before any free tier, tax or discount. Nothing here was read from an AWS bill. */
export const priceList = { date: '2026-11-22', region: 'us-east-1' } as const

export interface Price {
  readonly dollars: number
  /** For so many units. */
  readonly per: number
  readonly unit: string
  readonly source: string
  /** `copy`: a third party's copy of AWS's list; `unverified`: from memory or a single mention, to be checked. */
  readonly standing: 'copy' | 'unverified'
}

const million = 1_000_000
const guides = 'cloudburn.io and factualminds.com pricing guides, 2026'

const copy = (dollars: number, per: number, unit: string, source: string): Price => ({
  dollars,
  per,
  unit,
  source,
  standing: 'copy',
})
const unverified = (dollars: number, per: number, unit: string, source: string): Price => ({
  ...copy(dollars, per, unit, source),
  standing: 'unverified',
})

export const prices = {
  httpRequest: copy(1.0, million, 'HTTP API request of up to 512 KB', guides),
  lambdaRequest: copy(0.2, million, 'Lambda request', guides),
  lambdaGigabyteSecond: unverified(
    0.0000133334,
    1,
    'Lambda GB-second on arm64',
    'cloudchipr.com/blog/aws-lambda-pricing',
  ),
  fifoRequest: copy(0.5, million, 'SQS FIFO request of up to 64 KB', guides),
  standardRequest: copy(0.4, million, 'SQS standard request of up to 64 KB', guides),
  writeUnit: copy(0.625, million, 'DynamoDB write request unit', guides),
  readUnit: copy(0.125, million, 'DynamoDB read request unit', guides),
  tableStorage: copy(0.25, 1, 'GB-month in the table', 'aws.amazon.com/dynamodb/pricing'),
  tableBackup: unverified(0.2, 1, 'GB-month of point-in-time recovery', 'wring.co'),
  logIngestion: unverified(0.5, 1, 'GB of log lines taken in', 'hivebook.wiki and c3x.dev, 2026'),
  alarm: unverified(0.1, 1, 'alarm metric and month', 'factualminds.com'),
  customMetric: unverified(0.3, 1, 'custom metric and month', 'hivebook.wiki, 2026'),
  dashboard: unverified(3, 1, 'dashboard and month, beyond three', 'AWS price list, from memory'),
  secret: unverified(0.4, 1, 'secret and month', 'AWS price list, from memory'),
  secretCall: unverified(0.05, 10_000, 'Secrets Manager call', 'AWS price list, from memory'),
  key: unverified(1.0, 1, 'customer-managed key and month', 'AWS price list, from memory'),
  trace: unverified(5.0, million, 'X-Ray trace recorded', 'AWS price list, from memory'),
  scheduled: copy(1.0, million, 'EventBridge Scheduler run', 'cloudburn.io/blog/amazon-eventbridge-pricing'),
  filePut: unverified(0.005, 1_000, 'S3 write of a file', 'AWS price list, from memory'),
  fileGet: unverified(0.0004, 1_000, 'S3 read of a file', 'AWS price list, from memory'),
  fileStorage: unverified(0.023, 1, 'GB-month in S3', 'AWS price list, from memory'),
  guardrailUnit: copy(
    0.15,
    1_000,
    'guardrail unit of 1,000 characters, content filter',
    'third parties’ copies of the Bedrock price list',
  ),
  vectorQuery: unverified(2.5, million, 'S3 Vectors query', 'a single mention'),
  dataOut: unverified(0.09, 1, 'GB to the internet', 'AWS price list, from memory'),
} as const satisfies Record<string, Price>

export type PriceName = keyof typeof prices

export const dollars = (name: PriceName, units: number): number => (units * prices[name].dollars) / prices[name].per

/** A model by what it costs and how long it takes for a short answer. */
export interface ModelPrice {
  readonly name: string
  /** Of the identifier in `config.model.id`, whatever its geography. */
  readonly id: string
  readonly inputPerMillion: number
  readonly outputPerMillion: number
  /** Of a prompt that the model kept. */
  readonly cacheReadPerMillion: number
  /** For about 130 tokens of answer: stated by third parties, never measured here. */
  readonly latencyMs: number
  /** Default quota of a region, input and output together. */
  readonly tokensPerMinute: number
}

/** Sources: litellm's and cloudburn.io's copies of the Bedrock price list; latencies are third parties'; quotas unverified. */
export const models: readonly ModelPrice[] = [
  {
    name: 'Nova Micro',
    id: 'amazon.nova-micro-v1:0',
    inputPerMillion: 0.035,
    outputPerMillion: 0.14,
    cacheReadPerMillion: 0.008_75,
    latencyMs: 650,
    tokensPerMinute: 4_000_000,
  },
  {
    name: 'Nova Lite',
    id: 'amazon.nova-lite-v1:0',
    inputPerMillion: 0.06,
    outputPerMillion: 0.24,
    cacheReadPerMillion: 0.015,
    latencyMs: 900,
    tokensPerMinute: 4_000_000,
  },
  {
    name: 'Nova 2 Lite',
    id: 'amazon.nova-2-lite-v1:0',
    inputPerMillion: 0.33,
    outputPerMillion: 2.75,
    cacheReadPerMillion: 0.0825,
    latencyMs: 1_200,
    tokensPerMinute: 4_000_000,
  },
  {
    name: 'Nova 2 Lite, global',
    id: 'global.amazon.nova-2-lite-v1:0',
    inputPerMillion: 0.3,
    outputPerMillion: 2.5,
    cacheReadPerMillion: 0.075,
    latencyMs: 1_200,
    tokensPerMinute: 4_000_000,
  },
  {
    name: 'Claude Haiku 4.5, global',
    id: 'global.anthropic.claude-haiku-4-5-20251001-v1:0',
    inputPerMillion: 1,
    outputPerMillion: 5,
    cacheReadPerMillion: 0.1,
    latencyMs: 2_500,
    tokensPerMinute: 4_000_000,
  },
]

/** An identifier begins with its geography, which changes the price only where it says so. */
export const modelPrice = (id: string): ModelPrice | undefined =>
  models.findLast((model) => id === model.id) ?? models.find((model) => id.endsWith(model.id))
