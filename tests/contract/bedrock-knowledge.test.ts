import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { cautiousCalibration } from '#shared/config/knowledge-schema.ts'
import { bedrockKnowledge } from '#shared/knowledge/bedrock-knowledge.ts'
import { KnowledgeUnavailableError } from '#shared/knowledge/errors.ts'
import type { LogEvent } from '#shared/log/log.ts'
import {
  type Answering,
  holding,
  type KnowledgeServer,
  startKnowledgeServer,
  type WireAnswer,
} from '#tests/support/bedrock-knowledge-server.ts'
import { knowledgeContract } from '#tests/support/knowledge-contract.ts'

const servers: KnowledgeServer[] = []
const closeAll = async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()))
}

const open = async (answering: Answering, timeoutSeconds = 4) => {
  const server = await startKnowledgeServer(answering)
  servers.push(server)
  const logged: LogEvent[] = []
  const knowledge = bedrockKnowledge({
    client: server.client,
    knowledgeBaseId: 'KB12345678',
    settings: { timeoutSeconds, calibration: cautiousCalibration },
    log: (event) => logged.push(event),
  })
  return { server, logged, knowledge }
}

knowledgeContract('Bedrock’s knowledge base, played over its wire', async (articles) => {
  return (await open(holding(articles))).knowledge
})
afterAll(closeAll)

const returns = { articleId: 'en/returns', title: 'Return an item', url: 'https://a.example/returns', language: 'en' }
const result = (text: string, more: object = {}) => ({
  content: { type: 'TEXT', text },
  location: { type: 'S3', s3Location: { uri: 's3://articles/sections/en/returns/0.md' } },
  score: 0.8,
  metadata: { ...returns, 'x-amz-bedrock-kb-data-source-id': 'DS12345678' },
  ...more,
})
const found = (...retrievalResults: readonly object[]): WireAnswer => ({ body: { retrievalResults } })
const fault = (status: number, error: string): WireAnswer => ({ status, error, body: { message: 'no' } })

describe('on the wire', () => {
  afterEach(closeAll)
  const question = { text: 'how long may I send a lamp back?', language: 'en', limit: 4 }

  test('asks for no more than Bedrock reads, and not at all where nothing is asked', async () => {
    const { knowledge, server } = await open(() => found())

    await knowledge.retrieve({ ...question, text: `${'lamp 🪔 '.repeat(400)}` })
    await knowledge.retrieve({ ...question, text: ' \n' })

    expect(server.asked).toHaveLength(1)
    expect(server.asked[0]).toMatchObject({
      retrievalConfiguration: { vectorSearchConfiguration: { numberOfResults: 20 } },
    })
  })

  test('a passage without a score is worth nothing, and comes last', async () => {
    const { knowledge } = await open(() => found(result('unscored', { score: undefined }), result('scored')))

    const passages = await knowledge.retrieve(question)

    expect(passages.map(({ text, confidence }) => [text, Math.round(confidence * 100)])).toEqual([
      ['scored', 88],
      ['unscored', 0],
    ])
  })

  test('a document that somebody put there by hand, or that has no text, is no passage', async () => {
    const foreign = result('x', { metadata: { 'x-amz-bedrock-kb-source-uri': 's3://articles/x.pdf' } })
    const { knowledge } = await open(() => found(foreign, result(''), result('x', { content: undefined })))

    expect(await knowledge.retrieve(question)).toEqual([])
  })

  test('goes on to the next page, an empty one too, until there are enough or no more', async () => {
    const pages: readonly WireAnswer[] = [
      { body: { retrievalResults: [], nextToken: 'two' } },
      { body: { retrievalResults: [result('on the second')], nextToken: 'three' } },
      found(result('on the third', { score: 0.7 })),
    ]
    const { knowledge, server } = await open((_input, call) => pages[call - 1])

    const passages = await knowledge.retrieve(question)

    expect(passages.map(({ text }) => text)).toEqual(['on the second', 'on the third'])
    expect(server.asked.map(({ nextToken }) => nextToken)).toEqual([undefined, 'two', 'three'])
  })

  test('a chain of pages without an end is followed for three', async () => {
    const { knowledge, server } = await open(() => ({ body: { retrievalResults: [], nextToken: 'more' } }))

    expect(await knowledge.retrieve(question)).toEqual([])
    expect(server.asked).toHaveLength(3)
  })

  test('what an article says first is told with the section that was found', async () => {
    const section = result('The label is free.', { metadata: { ...returns, heading: 'Costs' } })
    const { knowledge } = await open(() => found(section, result('Within 60 days.', { score: 0.6 })))

    const [best] = await knowledge.retrieve({ ...question, limit: 1 })

    expect(best?.text).toBe('Within 60 days.\n\nThe label is free.')
  })

  test.each([
    ['throttled', 429, 'ThrottlingException'],
    ['failed', 500, 'InternalServerException'],
    ['failed', 502, 'BadGatewayException'],
    ['failed', 424, 'DependencyFailedException'],
  ])('%s by a status of %i once, it asks once more and answers', async (cause, status, error) => {
    const { knowledge, logged } = await open((_input, call) => (call === 1 ? fault(status, error) : found(result('x'))))

    expect(await knowledge.retrieve(question)).toHaveLength(1)
    expect(logged).toEqual([{ event: 'knowledge.failed', cause, attempt: 1 }])
  })

  test.each([
    ['throttled', 2, fault(429, 'ThrottlingException')],
    ['throttled', 2, fault(400, 'ServiceQuotaExceededException')],
    ['failed', 2, fault(500, 'InternalServerException')],
    ['failed', 2, { status: 200, body: 'no object' as unknown as object }],
    ['failed', 1, fault(403, 'AccessDeniedException')],
    ['failed', 1, fault(404, 'ResourceNotFoundException')],
    ['failed', 1, fault(400, 'ValidationException')],
    ['refused', 1, { body: { retrievalResults: [result('x')], guardrailAction: 'INTERVENED' } }],
    ['timed-out', 2, undefined],
  ] as const)('gives up as %s after %i tries', async (reason, tries, answer) => {
    const { knowledge, server } = await open(() => answer, 0.4)

    const failure = await knowledge.retrieve(question).catch((error: unknown) => error)

    expect(failure).toBeInstanceOf(KnowledgeUnavailableError)
    expect(failure).toMatchObject({ reason })
    expect(server.asked).toHaveLength(tries)
  })
})
