import { expect, test } from 'vitest'
import { bucketRights, plain, resourcesOf, rightsOf } from './read-template.ts'
import { inBedrock, sampleTemplate } from './sample-stack.ts'

const template = sampleTemplate(inBedrock)
const only = (type: string, of = template) => {
  const [[, one] = [], ...others] = Object.entries(resourcesOf(of, type))
  expect(others).toEqual([])
  return one
}
const base = 'KnowledgeBase'

interface Trust {
  readonly Principal?: object
  readonly Condition?: object
}

test('without it nothing of it is there', () => {
  for (const type of ['AWS::Bedrock::KnowledgeBase', 'AWS::S3Vectors::Index', 'AWS::S3::Bucket', 'AWS::Events::Rule'])
    sampleTemplate().resourceCountIs(type, 0)
})

test('the turn may ask this one knowledge base, and nothing else of it', () => {
  const ofBedrock = rightsOf(template, 'TakeTurnRole').filter((right) => / (bedrock:(?!InvokeModel)|s3)/.test(right))

  expect(ofBedrock).toEqual([`Allow bedrock:Retrieve on ${base}`])
})

test('whoever keeps it in step may look at its jobs and begin one', () => {
  expect(rightsOf(template, 'SyncKnowledgeRole')).toEqual(
    [
      `Allow bedrock:ListIngestionJobs on ${base}`,
      `Allow bedrock:StartIngestionJob on ${base}`,
      'Allow logs:CreateLogStream on SyncKnowledgeLog',
      'Allow logs:PutLogEvents on SyncKnowledgeLog',
      ...['DeleteMessage', 'GetQueueAttributes', 'ReceiveMessage'].map(
        (action) => `Allow sqs:${action} on KnowledgeSyncChanges`,
      ),
      'Allow xray:PutTelemetryRecords on *',
      'Allow xray:PutTraceSegments on *',
    ].sort(),
  )
})

test('Bedrock reads the sections, calls the one model and keeps vectors in the one index', () => {
  const model = 'arn:<Partition>:bedrock:<Region>::foundation-model/amazon.titan-embed-text-v2:0'
  const letIn = Object.entries(resourcesOf(template, 'AWS::S3::BucketPolicy')).flatMap(([id, { Properties }]) =>
    bucketRights(id, Properties),
  )

  expect(rightsOf(template, 'KnowledgeRole')).toEqual(
    [
      `Allow bedrock:InvokeModel on ${model}`,
      ...['DeleteVectors', 'GetIndex', 'GetVectors', 'PutVectors', 'QueryVectors'].map(
        (action) => `Allow s3vectors:${action} on KnowledgeVectorsIndex`,
      ),
    ].sort(),
  )
  expect(letIn.filter((right) => !right.includes('logging.s3'))).toEqual([
    'KnowledgeArticlesSectionsPolicy: KnowledgeRole s3:GetObject on KnowledgeArticlesSections/*',
    'KnowledgeArticlesSectionsPolicy: KnowledgeRole s3:ListBucket on KnowledgeArticlesSections',
  ])
})

test('only Bedrock’s knowledge bases of this account may act under that role', () => {
  const roles = Object.entries(resourcesOf(template, 'AWS::IAM::Role')).filter(([id]) => /^KnowledgeRole/.test(id))
  const documents = roles.map(([, { Properties }]) => Properties.AssumeRolePolicyDocument as { Statement: Trust[] })
  const [{ Principal, Condition } = {}] = documents[0]?.Statement ?? []

  expect(Principal).toEqual({ Service: 'bedrock.amazonaws.com' })
  expect(Condition).toMatchObject({ StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } })
  expect(JSON.stringify(Condition)).toContain(':knowledge-base/*')
})

test('the base is made after its rights, which Bedrock tries while it makes it', () => {
  const [[, one] = []] = Object.entries(resourcesOf(template, 'AWS::Bedrock::KnowledgeBase'))

  expect((one as { DependsOn?: readonly string[] } | undefined)?.DependsOn?.map((id) => plain({ Ref: id }))).toContain(
    'KnowledgeRoleDefaultPolicy',
  )
})

test('a section is a document, embedded into the numbers that the index is made for', () => {
  expect(only('AWS::Bedrock::DataSource')?.Properties).toMatchObject({
    VectorIngestionConfiguration: { ChunkingConfiguration: { ChunkingStrategy: 'NONE' } },
    DataSourceConfiguration: { Type: 'S3', S3Configuration: { InclusionPrefixes: ['sections/'] } },
    DataDeletionPolicy: 'RETAIN',
  })
  expect(only('AWS::S3Vectors::Index')?.Properties).toMatchObject({
    DataType: 'float32',
    Dimension: 1024,
    DistanceMetric: 'cosine',
    MetadataConfiguration: {
      NonFilterableMetadataKeys: ['AMAZON_BEDROCK_TEXT', 'AMAZON_BEDROCK_METADATA', 'title', 'url', 'heading'],
    },
  })
})

test('another embeddings model makes a base of another name, since both are there for a moment', () => {
  const other = sampleTemplate({
    knowledge: { ...inBedrock.knowledge, bedrock: { embeddings: 'cohere.embed-multilingual-v3' } },
  })
  const nameOf = (of: typeof template) => plain(only('AWS::Bedrock::KnowledgeBase', of)?.Properties.Name)

  expect(nameOf(template)).toMatch(/^<StackName>-articles-[0-9a-f]{8}$/)
  expect(nameOf(other)).not.toBe(nameOf(template))
})

test('every file that is written or deleted has the sections read again, whoever did it', () => {
  const { EventPattern, Targets } = only('AWS::Events::Rule')?.Properties ?? {}
  const [target, ...others] = Targets as readonly { Arn: unknown; DeadLetterConfig: { Arn: unknown } }[]

  expect(EventPattern).toMatchObject({
    source: ['aws.s3'],
    'detail-type': ['Object Created', 'Object Deleted'],
    detail: { bucket: { name: [{ Ref: expect.stringMatching(/^KnowledgeArticlesSections/) }] } },
  })
  expect([plain(target?.Arn), plain(target?.DeadLetterConfig.Arn), others]).toEqual([
    'KnowledgeSyncChanges',
    'DeadLettersUnattended',
    [],
  ])
  template.hasResourceProperties('AWS::S3::Bucket', {
    NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
  })
})

test('changes wait for the job that runs: looked at every five minutes, for three hours', () => {
  const [, queue] =
    Object.entries(resourcesOf(template, 'AWS::SQS::Queue')).find(([id]) => id.startsWith('KnowledgeSyncChanges')) ?? []

  expect(queue?.Properties).toMatchObject({
    DelaySeconds: 30,
    VisibilityTimeout: 300,
    RedrivePolicy: { maxReceiveCount: 36 },
  })
})

test('no function of CDK’s own comes with it', () => {
  const functions = Object.keys(resourcesOf(template, 'AWS::Lambda::Function'))

  expect(
    functions.filter(
      (id) => !/^(ReceiveMessage|TakeTurn|DeliverMessage|AgentApi|Sweep|Report|WhatIf|SyncKnowledge)F/.test(id),
    ),
  ).toEqual([])
  expect(
    Object.values(template.toJSON().Resources).filter((one) => /^Custom::/.test((one as { Type: string }).Type)),
  ).toEqual([])
})
