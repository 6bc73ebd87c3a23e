import { request } from 'node:http'
import type { DocumentedReply } from '#tests/support/api-document.ts'

export interface Knock {
  readonly method: string
  /** As it goes over the wire, with its query. */
  readonly path: string
  /** A list is several headers of one name. */
  readonly headers?: Readonly<Record<string, string | readonly string[]>>
  readonly body?: string
}

/** One request as it stands, with nothing of it put right on the way. */
export const knock = (url: string, { method, path, headers = {}, body }: Knock): Promise<DocumentedReply> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url)
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
    const sentHeaders = { ...length, ...headers } as Record<string, string>
    const sent = request({ hostname, port, method, path, headers: sentHeaders }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('error', reject)
      answer.on('end', () => {
        const named = Object.entries(answer.headers).map(([name, value]) => [name, String(value)])
        const text = Buffer.concat(chunks).toString('utf8')
        resolve({ status: answer.statusCode ?? 0, headers: Object.fromEntries(named), text })
      })
    })
    sent.on('error', (cause) => reject(new Error(`${method} ${path.slice(0, 100)} was not answered`, { cause })))
    sent.end(body)
  })
