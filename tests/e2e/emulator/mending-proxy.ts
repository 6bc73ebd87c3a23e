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

const textOf = async (answer: IncomingMessage): Promise<string> => (await buffer(answer)).toString('utf8')

/** What an emulator says when a policy does not allow a call, in any of its protocols. */
const refusal = (text: string): string | undefined =>
  /AccessDenied/.test(text) ? (/User: [^"<]*/.exec(unescaped(text))?.[0] ?? text) : undefined

export interface ProxyProps {
  /** 0 takes any that is free. */
  readonly port: number
  readonly upstream: URL
  readonly mender: TemplateMender
  /** Sees each call that no policy allows, as the emulator puts it. */
  onRefused?(words: string): void
}

const answerCall = async (props: ProxyProps, incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
  const { upstream, mender, onRefused } = props
  const { method = 'GET', url: path = '/' } = incoming
  const call = { method, path, headers: incoming.headers, body: await buffer(incoming) }
  const answer = await forward(upstream, mended(call, mender))
  const { statusCode: status = 502, headers } = answer
  const asksForTemplate = call.body.subarray(0, 2_000).includes('Action=GetTemplate&')
  if (status < 400 && !asksForTemplate) return void answer.pipe(response.writeHead(status, headers))

  const text = await textOf(answer)
  const words = status < 400 ? undefined : refusal(text)
  if (words !== undefined) onRefused?.(words)
  const { 'content-length': _, ...rest } = headers
  response.writeHead(status, rest).end(asksForTemplate ? withOriginal(text, mender) : text)
}

/**
 * Stands before an emulator: puts TLS on for those who come without, mends the templates on their way in, and shows
 * whoever asks for one the template that was sent.
 */
export const startMendingProxy = (props: ProxyProps): Promise<Listening> =>
  listen(props.port, (incoming, response) => {
    answerCall(props, incoming, response).catch(() => response.destroy())
  })
