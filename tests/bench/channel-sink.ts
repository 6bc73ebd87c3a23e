import { createHash } from 'node:crypto'
import { type Listening, listen } from '#infra/local/http/listen.ts'

export interface ChannelSink extends Pick<Listening, 'url' | 'close'> {
  /** Messages that were put into the queue. */
  readonly kept: () => number
}

/** SQS and Secrets Manager as far as a receiving door asks them: every secret is there, every message is taken. */
export const openChannelSink = async (secrets: Readonly<Record<string, unknown>>): Promise<ChannelSink> => {
  let kept = 0
  const answerTo = (operation: string, asked: { readonly SecretId?: string; readonly MessageBody?: string }) => {
    if (operation === 'GetSecretValue') return { SecretString: JSON.stringify(secrets[asked.SecretId ?? '']) }
    kept += 1
    const md5 = createHash('md5')
      .update(asked.MessageBody ?? '')
      .digest('hex')
    return { MessageId: `message-${kept}`, SequenceNumber: String(kept), MD5OfMessageBody: md5 }
  }
  const { url, close } = await listen(0, async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const operation = String(request.headers['x-amz-target']).split('.').at(-1) ?? ''
    const answer = answerTo(operation, JSON.parse(Buffer.concat(chunks).toString('utf8')))
    return response.writeHead(200, { 'content-type': 'application/x-amz-json-1.0' }).end(JSON.stringify(answer))
  })
  return { url, close, kept: () => kept }
}
