import { errorName } from '../log/error-name.ts'
import type { Delivered } from './channel.ts'

/** Whoever is sent to; the door itself has 30 s. */
export const sendTimeoutMs = 15_000
/** More than any answer that is read here. */
const answerLimitBytes = 256 * 1024

export interface ProviderAnswer {
  readonly status: number
  readonly headers: Headers
  /** Undefined when the answer is no JSON. */
  readonly json: unknown
}

/** Nobody knows whether the provider took it. */
export interface NoAnswer {
  readonly status: undefined
  readonly cause: string
}

export interface ProviderCall extends RequestInit {
  readonly method: 'GET' | 'POST'
  /** False where the status says it all. @default true */
  readonly readsAnswer?: boolean
}

/** One call to a provider's API: redirects are never followed, and URLs, which may hold tokens, are never told. */
export const callProvider = async (
  url: string,
  { readsAnswer = true, ...init }: ProviderCall,
): Promise<ProviderAnswer | NoAnswer> => {
  try {
    const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(sendTimeoutMs), ...init })
    const json = readsAnswer ? await readAnswer(response) : await response.body?.cancel()
    return { status: response.status, headers: response.headers, json }
  } catch (cause) {
    return { status: undefined, cause: errorName(cause) }
  }
}

/** The status has been heard by now: whatever befalls the rest of the answer does not make it unknown. */
const readAnswer = async ({ body }: Response): Promise<unknown> => {
  const chunks: Uint8Array[] = []
  let bytes = 0
  try {
    for await (const chunk of body ?? []) {
      bytes += chunk.byteLength
      if (bytes > answerLimitBytes) return undefined
      chunks.push(chunk)
    }
    return JSON.parse(Buffer.concat(chunks).toString('utf8'))
  } catch {
    return undefined
  }
}

/** As RFC 9110 has servers write it; `Date.parse` alone finds a year in any number. */
const httpDate = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/

/** `Retry-After` in seconds or as an HTTP date; whatever else it says is not an instruction. */
export const retryAfterSeconds = (header: string | null, now: number): number | undefined => {
  if (!header) return undefined
  if (/^\d{1,7}$/.test(header.trim())) return Number(header.trim())
  const at = httpDate.test(header.trim()) ? Date.parse(header) : Number.NaN
  return Number.isNaN(at) ? undefined : Math.max(0, Math.ceil((at - now) / 1_000))
}

export const postponed = (cause: string, wait?: number): Delivered => ({
  kind: 'postponed',
  cause,
  ...(wait !== undefined && { retryAfterSeconds: wait }),
})

/**
 * What a status alone says: 2xx is sent; 408, 425, 429, 5xx and redirects may succeed later; the other 4xx will not get
 * better by themselves.
 */
export const verdictOf = (who: string, answer: ProviderAnswer | NoAnswer, now: number): Delivered => {
  if (answer.status === undefined) return postponed(answer.cause)
  const { status, headers } = answer
  if (status >= 200 && status < 300) return { kind: 'sent' }
  const cause = `${who} answered ${status}`
  if (status >= 400 && status < 500 && ![408, 425, 429].includes(status)) return { kind: 'refused', cause }
  return postponed(cause, retryAfterSeconds(headers.get('retry-after'), now))
}
