import { PublishCommand, SNSClient } from '@aws-sdk/client-sns'
import { NodeHttpHandler } from '@smithy/node-http-handler'
import type { ReportNews } from './report-store.ts'

export const snsClient = (): SNSClient =>
  new SNSClient({
    maxAttempts: 3,
    requestHandler: new NodeHttpHandler({
      connectionTimeout: 1_000,
      requestTimeout: 5_000,
      throwOnRequestTimeout: true,
    }),
  })

export const snsReportNews = (client: SNSClient, TopicArn: string): ReportNews => ({
  tell: async ({ subject: Subject, text: Message }) => {
    await client.send(new PublishCommand({ TopicArn, Subject, Message }))
  },
})
