import { listen } from '#infra/local/http/listen.ts'
import { asObject, type JsonObject } from '#infra/local/json.ts'
import { QueueError } from '#infra/local/queue/errors.ts'
import { forgetfulStore } from '#infra/local/queue/message-store.ts'
import { LocalQueue } from '#infra/local/queue/queue.ts'
import { callQueue } from '#infra/local/queue/queue-api.ts'
import { queueSettings } from '#infra/local/queue/queue-settings.ts'

export interface QueueServer {
  readonly url: string
  close(): Promise<void>
}

/** The local cloud's own SQS, alone: emoji pass, as they do in SQS. */
export const localQueueServer = async (): Promise<QueueServer> => {
  const queues = new Map<string, LocalQueue>()
  const byArn = (arn: string) => queues.get(arn.slice(arn.lastIndexOf(':') + 1))
  const all = { byName: (name: string) => queues.get(name), byArn, depths: () => ({}), close: () => undefined }
  const create = (input: JsonObject, host: string): JsonObject => {
    const name = String(input.QueueName)
    const settings = queueSettings(name, `arn:aws:sqs:us-east-1:000000000000:${name}`, asObject(input.Attributes))
    queues.set(name, new LocalQueue(settings, forgetfulStore, byArn))
    return { QueueUrl: `http://${host}/000000000000/${name}` }
  }

  const { url, close } = await listen(0, async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const input = asObject(JSON.parse(Buffer.concat(chunks).toString('utf8') || '{}'))
    const operation = String(request.headers['x-amz-target']).split('.').at(-1) ?? ''
    const gone = new AbortController()
    response.once('close', () => gone.abort())
    const answer = (status: number, body: JsonObject) =>
      response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' }).end(JSON.stringify(body))
    try {
      const host = request.headers.host ?? ''
      answer(
        200,
        operation === 'CreateQueue' ? create(input, host) : await callQueue(all, operation, input, gone.signal),
      )
    } catch (error) {
      if (!(error instanceof QueueError)) throw error
      answer(400, { __type: `com.amazonaws.sqs#${error.code}`, message: error.message })
    }
  })
  return {
    url,
    close: async () => {
      for (const queue of queues.values()) queue.close()
      await close()
    },
  }
}
