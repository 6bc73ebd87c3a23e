/** Why a grant stands that no journey takes, or that is wider than what it was taken for. */
export interface Explanation {
  /** The role's id in the template, without what CDK appends. */
  readonly role: RegExp
  readonly action: string
  /** As the grant writes it. */
  readonly resource: RegExp
  readonly because: string
  /** Not every stack has the role. @default it must be there */
  readonly optional?: boolean
}

/** Bedrock acts under this role by itself, in AWS alone: nothing here calls in its name. */
const ofKnowledgeBase = ([action, resource, what]: readonly [string, RegExp, string]): Explanation => ({
  role: /^KnowledgeRole$/,
  action,
  resource,
  because: `taken by Bedrock while it reads or searches the articles: ${what}`,
  optional: true,
})

const baseGrants: readonly (readonly [action: string, resource: RegExp, what: string])[] = [
  [
    'bedrock:InvokeModel',
    /:foundation-model\/(amazon\.titan-embed|cohere\.embed)[\w.:-]+$/,
    'embeds sections and questions',
  ],
  ['s3vectors:GetIndex', /\/index\/KnowledgeVectors/, 'looks at the index it keeps the vectors in'],
  ['s3vectors:GetVectors', /\/index\/KnowledgeVectors/, 'reads what is kept of what it found'],
  ['s3vectors:QueryVectors', /\/index\/KnowledgeVectors/, 'searches'],
  ['s3vectors:PutVectors', /\/index\/KnowledgeVectors/, 'keeps what it embedded'],
  ['s3vectors:DeleteVectors', /\/index\/KnowledgeVectors/, 'takes out what was deleted'],
  ['s3:ListBucket', /:KnowledgeArticlesSections\w*$/, 'looks for what changed'],
  [
    's3:GetObject',
    /:KnowledgeArticlesSections\w*\/\*$/,
    'a wildcard, within the bucket of the articles: each section is named anew',
  ],
  ['kms:Decrypt', /:key\/EncryptionKey/, 'opens sections and vectors under a key of the company’s own'],
  ['kms:GenerateDataKey', /:key\/EncryptionKey/, 'locks vectors under a key of the company’s own'],
]

/** The whole list. One that explains nothing any more is a fault, too; one about a key, a bucket or a knowledge base, only where there is one. */
export const explanations: readonly Explanation[] = [
  {
    role: /^WhatIfRole$/,
    action: 'dynamodb:DeleteItem',
    resource: /:table\//,
    because: 'taken by a run that finds its question erased, or fails: it takes away what it has written so far',
  },
  {
    role: /Role$/,
    action: 'logs:CreateLogStream',
    resource: /:log-group:\w+:\*$/,
    because: "a wildcard, within the door's own log group: Lambda names a stream anew for each environment",
  },
  {
    role: /Role$/,
    action: 'logs:PutLogEvents',
    resource: /:log-group:\w+:\*$/,
    because: "a wildcard, within the door's own log group: Lambda names a stream anew for each environment",
  },
  {
    role: /Role$/,
    action: 'xray:PutTraceSegments',
    resource: /^\*$/,
    because: "taken by Lambda's own X-Ray daemon beside the door; AWS knows no resource for it",
  },
  {
    role: /Role$/,
    action: 'xray:PutTelemetryRecords',
    resource: /^\*$/,
    because: "taken by Lambda's own X-Ray daemon beside the door; AWS knows no resource for it",
  },
  {
    role: /^TakeTurnRole$/,
    action: 'bedrock:InvokeModel',
    resource: /:bedrock:\*::foundation-model\/[\w.:-]+$/,
    because: 'a wildcard for the region: the inference profile chooses it for each call, and AWS may add regions',
  },
  {
    role: /^TakeTurnRole$/,
    action: 's3:PutObject',
    resource: /:AttachmentsFiles\w*\/\*$/,
    because: "a wildcard, within the bucket of the customers' files: each is named anew",
  },
  {
    role: /^AgentApiRole$/,
    action: 's3:GetObject',
    resource: /:AttachmentsFiles\w*\/\*$/,
    because: "a wildcard, within the bucket of the customers' files: whose an agent may open, the door decides",
  },
  {
    role: /^(AgentApi|Sweep)Role$/,
    action: 's3:DeleteObject',
    resource: /:AttachmentsFiles\w*\/\*$/,
    because: "a wildcard, within the bucket of the customers' files: an erasure deletes those of its threads",
  },
  {
    role: /^ReportRole$/,
    action: 'sqs:SendMessage',
    resource: /:DeadLetters/,
    because: 'taken by Lambda when the weekly report has failed for the last time; Lambda asks for it beforehand',
  },
  {
    role: /^ClocksEachMondayRole$/,
    action: 'sqs:SendMessage',
    resource: /:DeadLetters/,
    because: 'taken by EventBridge Scheduler when the report could not even be called; checked at the start',
  },
  {
    role: /^ClocksEachMondayRole$/,
    action: 'kms:Decrypt',
    resource: /:key\/EncryptionKey/,
    because: 'goes with the right to send to the dead letters, where they lie under a key of their own',
  },
  {
    role: /^ClocksEachMondayRole$/,
    action: 'kms:GenerateDataKey',
    resource: /:key\/EncryptionKey/,
    because: 'goes with the right to send to the dead letters, where they lie under a key of their own',
  },
  {
    role: /^(AgentApi|Sweep)Role$/,
    action: 's3:GetObject',
    resource: /:ReportsPages\w*\/reports\/\*$/,
    because: 'a wildcard, within the bucket of the weekly reports: each week is a file of its own',
  },
  {
    role: /^(AgentApi|Sweep)Role$/,
    action: 's3:DeleteObject',
    resource: /:ReportsPages\w*\/reports\/\*$/,
    because: 'a wildcard, within the bucket of the weekly reports: an erasure deletes those that quote the customer',
  },
  {
    role: /^ReportRole$/,
    action: 's3:PutObject',
    resource: /:ReportsPages\w*\/reports\/\*$/,
    because: 'a wildcard, within the bucket of the weekly reports: each week is a file of its own',
  },
  ...baseGrants.map(ofKnowledgeBase),
]
