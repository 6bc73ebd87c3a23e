import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A call as it came, whatever its protocol. */
export interface Asked {
  readonly operation: string
  readonly input: Readonly<Record<string, unknown>>
}

/** An answer's members, or an error by its code, in the words of the documentation; silence never ends. */
export type Answer =
  | { readonly result: unknown }
  | { readonly error: string; readonly message: string; readonly status?: number }
  | 'silence'

export type Answers = Readonly<Record<string, Answer | ((input: Asked['input']) => Answer)>>

const xml = (value: unknown): string => {
  if (Array.isArray(value)) return value.map((one) => `<member>${xml(one)}</member>`).join('')
  if (typeof value !== 'object' || value === null) return String(value).replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return Object.entries(value)
    .map(([name, one]) => `<${name}>${xml(one)}</${name}>`)
    .join('')
}

/** STS and CloudFormation speak queries, Bedrock paths, and the rest JSON with a target. */
const restOperations: readonly (readonly [pattern: RegExp, operation: string, label: string])[] = [
  [/^GET \/inference-profiles\/(.+)$/, 'GetInferenceProfile', 'inferenceProfileIdentifier'],
  [/^GET \/inference-profiles\?/, 'ListInferenceProfiles', ''],
  [/^GET \/foundation-models\/(.+)$/, 'GetFoundationModel', 'modelIdentifier'],
  [/^GET \/foundation-model-availability\/(.+)$/, 'GetFoundationModelAvailability', 'modelId'],
  [/^POST \/model\/(.+)\/converse$/, 'Converse', 'modelId'],
  [/^GET \/2015-03-31\/functions\/(.+)\/configuration/, 'GetFunctionConfiguration', 'FunctionName'],
]

const readAsked = (request: IncomingMessage, body: string): Asked & { readonly query: boolean } => {
  const target = request.headers['x-amz-target']
  if (typeof target === 'string')
    return { operation: target.split('.').at(-1) ?? '', input: JSON.parse(body || '{}'), query: false }
  for (const [pattern, operation, label] of restOperations) {
    const found = pattern.exec(`${request.method} ${request.url}`)
    if (found) return { operation, input: { [label]: decodeURIComponent(found[1] ?? '') }, query: false }
  }
  const { Action = '', ...input } = Object.fromEntries(new URLSearchParams(body))
  return { operation: Action, input, query: true }
}

const queryBody = (operation: string, answer: Exclude<Answer, 'silence'>): string =>
  'error' in answer
    ? `<ErrorResponse><Error><Type>Sender</Type><Code>${answer.error}</Code><Message>${xml(answer.message)}</Message></Error></ErrorResponse>`
    : `<${operation}Response><${operation}Result>${xml(answer.result)}</${operation}Result></${operation}Response>`

const jsonBody = (answer: Exclude<Answer, 'silence'>): string =>
  JSON.stringify('error' in answer ? { __type: answer.error, message: answer.message } : answer.result)

/** An AWS of our own on a free port: it answers what it is told to, and everything else with a refusal. */
export const startFakeAws = async (answers: Answers) => {
  const asked: Asked[] = []
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    const { operation, input, query } = readAsked(request, body)
    asked.push({ operation, input })
    const given = answers[operation] ?? { error: 'AccessDeniedException', message: `not told about ${operation}` }
    const answer = typeof given === 'function' ? given(input) : given
    if (answer === 'silence') return
    response.statusCode = 'error' in answer ? (answer.status ?? 400) : 200
    if ('error' in answer) response.setHeader('x-amzn-errortype', answer.error)
    response.setHeader('content-type', query ? 'text/xml' : 'application/json')
    response.end(query ? queryBody(operation, answer) : jsonBody(answer))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const close = () => {
    server.closeAllConnections()
    return new Promise((resolve) => server.close(resolve))
  }
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, close }
}
