import { buffer } from 'node:stream/consumers'
import { SNSClient } from '@aws-sdk/client-sns'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerObject } from '#infra/local/gateway/answer.ts'
import { readCall } from '#infra/local/gateway/read-call.ts'
import { publish } from '#infra/local/gateway/topics.ts'
import { type Listening, listen } from '#infra/local/http/listen.ts'
import type { AwsCall } from '#infra/local/iam/access-requests.ts'
import { snsReportNews } from '#shared/report/sns-report-news.ts'

const topic = 'arn:aws:sns:us-east-1:000000000000:reports'
let server: Listening
const calls: AwsCall[] = []

beforeAll(async () => {
  server = await listen(0, async (incoming, response) => {
    const call = readCall(incoming, await buffer(incoming))
    if (!call) return response.writeHead(404).end()
    calls.push(call)
    return answerObject(response, publish(call))
  })
})
afterAll(() => server.close())

const news = () => {
  const credentials = { accessKeyId: 'LOCAL', secretAccessKey: 'secret' }
  return snsReportNews(new SNSClient({ endpoint: server.url, region: 'us-east-1', credentials, maxAttempts: 1 }), topic)
}

test('a message is read as the SDK sends it, and answered as the SDK reads it', async () => {
  await news().tell({ subject: 'handoffs in 2026-W47', text: 'ten lines\n& more' })

  expect(calls.at(-1)).toMatchObject({
    service: 'sns',
    operation: 'Publish',
    input: { TopicArn: topic, Subject: 'handoffs in 2026-W47', Message: 'ten lines\n& more' },
  })
})

test.each([
  ['a subject of more than 100 characters', 'x'.repeat(101)],
  ['a subject with a line in it', 'a\nb'],
  ['a subject beyond ASCII', 'größe'],
])('%s is refused, as SNS does', async (_, subject) => {
  await expect(news().tell({ subject, text: 'a' })).rejects.toThrow('Invalid parameter')
})
