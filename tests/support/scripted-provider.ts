import type { IncomingHttpHeaders } from 'node:http'
import { type Listening, listen } from '#infra/local/http/listen.ts'

export interface ProviderRequest {
  readonly method: string
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

export interface ScriptedAnswer {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly json?: unknown
  /** Takes the call, and breaks the connection before it answers. */
  readonly lost?: boolean
}

export interface ScriptedProvider extends Pick<Listening, 'url' | 'close'> {
  readonly asked: ProviderRequest[]
  /** One answer a call; the last one stays. */
  answers(...script: readonly ScriptedAnswer[]): void
}

/** A provider's API on this machine that answers as it is told and remembers what it was asked. */
export const scriptedProvider = async (): Promise<ScriptedProvider> => {
  const asked: ProviderRequest[] = []
  let script: ScriptedAnswer[] = []
  const { url, close } = await listen(0, async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const { method = '', url: path = '', headers } = request
    asked.push({ method, path, headers, body: Buffer.concat(chunks).toString('utf8') })
    const answer = (script.length > 1 ? script.shift() : script[0]) ?? {}
    if (answer.lost) return response.destroy()
    const body = answer.json === undefined ? '' : JSON.stringify(answer.json)
    return response.writeHead(answer.status ?? 200, answer.headers).end(body)
  })
  return {
    url,
    close,
    asked,
    answers: (...given) => {
      asked.length = 0
      script = [...given]
    },
  }
}
