import type { IncomingMessage } from 'node:http'

export const mostBodyBytes = 10_485_760

/** Reads a whole body; undefined when it is larger than an HTTP API lets through, and then the rest flows away unread. */
export const readBody = async (incoming: IncomingMessage): Promise<Buffer | undefined> => {
  const chunks: Buffer[] = []
  let bytes = 0
  const { promise, resolve, reject } = Promise.withResolvers<Buffer | undefined>()
  const refuse = () => {
    incoming.off('data', take)
    incoming.resume()
    resolve(undefined)
  }
  const take = (chunk: Buffer) => {
    bytes += chunk.length
    if (bytes > mostBodyBytes) refuse()
    else chunks.push(chunk)
  }
  incoming.on('error', reject)
  if (Number(incoming.headers['content-length'] ?? 0) > mostBodyBytes) refuse()
  else {
    incoming.on('data', take)
    incoming.on('end', () => resolve(Buffer.concat(chunks)))
  }
  return promise
}
