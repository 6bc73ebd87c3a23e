import { request as httpRequest, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { buffer } from 'node:stream/consumers'
import { type Listening, listen } from '#infra/local/http/listen.ts'
import { operatorKeys } from '../cloud/emulator-environment.ts'
import type { TemplateMender } from './template-mender.ts'

const noTemplate =
  /^(connection|content-length|transfer-encoding|x-amz-content-sha256|x-amz-sdk-checksum-algorithm|x-amz-checksum-.*|x-amz-security-token|content-md5)$/

/** Whoever signed the template has not signed the mended one: it is the operator's, whose keys an emulator never checks. */
const asOperator = (headers: IncomingHttpHeaders): IncomingHttpHeaders => ({
  ...Object.fromEntries(Object.entries(headers).filter(([name]) => !noTemplate.test(name))),
  ...(headers.authorization !== undefined && {
    authorization: headers.authorization.replace(/Credential=[^/]+/, `Credential=${operatorKeys.accessKeyId}`),
  }),
})

const templateBody = /(<TemplateBody>)([\s\S]*?)(<\/TemplateBody>)/
const entities: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&#39;': "'",
  '&#x27;': "'",
  '&#10;': '\n',
  '&amp;': '&',
}
const unescaped = (text: string): string =>
  text.replace(/&(?:lt|gt|quot|apos|amp|#39|#x27|#10);/g, (entity) => entities[entity] ?? entity)
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const withOriginal = (answer: string, mender: TemplateMender): string =>
  answer.replace(
    templateBody,
    (_, before: string, body: string, after: string) => `${before}${escaped(mender.original(unescaped(body)))}${after}`,
  )

interface Call {
  readonly method: string
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

const mended = (call: Call, mender: TemplateMender): Call => {
  const template = call.method === 'PUT' ? mender.mend(call.body.toString('utf8')) : undefined
  if (template === undefined) return call
  return { ...call, headers: asOperator(call.headers), body: Buffer.from(template) }
}

const forward = (upstream: URL, { method, path, headers, body }: Call): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const send = upstream.protocol === 'https:' ? httpsRequest : httpRequest
    const { hostname, port } = upstream
    // The certificate was made a moment ago for this machine alone, by whoever started the emulator.
    const options = { hostname, port, method, path, headers: { ...headers, 'content-length': body.length } }
    send({ ...options, rejectUnauthorized: false }, resolve)
      .once('error', reject)
      .end(body)
  })

const answerCall = async (
  upstream: URL,
  mender: TemplateMender,
  incoming: IncomingMessage,
  response: ServerResponse,
) => {
  const { method = 'GET', url: path = '/' } = incoming
  const call = { method, path, headers: incoming.headers, body: await buffer(incoming) }
  const answer = await forward(upstream, mended(call, mender))
  if (!call.body.subarray(0, 2_000).includes('Action=GetTemplate&')) {
    response.writeHead(answer.statusCode ?? 502, answer.headers)
    return void answer.pipe(response)
  }
  const text = withOriginal((await buffer(answer)).toString('utf8'), mender)
  const { 'content-length': _, ...headers } = answer.headers
  response.writeHead(answer.statusCode ?? 502, headers).end(text)
}

/**
 * Stands before an emulator: puts TLS on for those who come without, mends the templates on their way in, and shows
 * whoever asks for one the template that was sent.
 */
export const startMendingProxy = (port: number, upstream: URL, mender: TemplateMender): Promise<Listening> =>
  listen(port, (incoming, response) => {
    answerCall(upstream, mender, incoming, response).catch(() => response.destroy())
  })
