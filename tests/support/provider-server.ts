import type { IncomingHttpHeaders } from 'node:http'
import { type Listening, listen } from '#infra/local/http/listen.ts'

export interface Asked {
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

export interface Answered {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  /** A text as it is, anything else as JSON. */
  readonly body?: unknown
  /** The connection breaks instead. */
  readonly breaks?: boolean
}

export interface ProviderServer extends Listening {
  readonly asked: Asked[]
  /** Answers one after the other, the last one again and again. */
  answers: readonly Answered[]
}

/** A provider's API on this machine that answers what it is told to, and remembers what it was asked. */
export const providerServer = async (): Promise<ProviderServer> => {
  const asked: Asked[] = []
  const listening = await listen(0, async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    asked.push({ path: request.url ?? '', headers: request.headers, body: Buffer.concat(chunks).toString('utf8') })
    const { status, headers, body, breaks } = provider.answers[asked.length - 1] ??
      provider.answers.at(-1) ?? { status: 500 }
    if (breaks) return response.destroy()
    return response.writeHead(status, headers).end(typeof body === 'string' ? body : JSON.stringify(body ?? {}))
  })
  const provider: ProviderServer = { ...listening, asked, answers: [] }
  return provider
}
