import * as z from 'zod/mini'
import type { ChannelSecrets, Delivered } from '../channel.ts'
import {
  callProvider,
  type NoAnswer,
  type ProviderAnswer,
  postponed,
  retryAfterSeconds,
  verdictOf,
} from '../fetch-provider.ts'

const answerSchema = z.object({ error: z.object({ code: z.number(), error_subcode: z.optional(z.number()) }) })

export interface MetaError {
  readonly code: number
  readonly subcode: number | undefined
}

/**
 * Downtime and limits, which the codes tell and the statuses do not: most of them come as 400.
 * https://developers.facebook.com/docs/graph-api/guides/error-handling and each platform's own list.
 */
const passing = new Set([
  1, 2, 4, 17, 32, 341, 613, 1200, 80006, 80007, 130429, 131000, 131016, 131048, 131056, 131057, 133004,
])

/** One message every six seconds to the same customer. */
const pairSeconds = 6

export const metaErrorOf = (answer: ProviderAnswer | NoAnswer): MetaError | undefined => {
  if (answer.status === undefined || answer.status < 400) return undefined
  const { data } = answerSchema.safeParse(answer.json)
  return data && { code: data.error.code, subcode: data.error.error_subcode }
}

/** The code decides, and where there is none, the status. */
export const metaVerdictOf = (
  who: string,
  answer: ProviderAnswer | NoAnswer,
  causeOf: (error: MetaError) => string,
  now: number,
): Delivered => {
  const error = metaErrorOf(answer)
  if (!error || answer.status === undefined) return verdictOf(who, answer, now)
  const cause = causeOf(error)
  if (!passing.has(error.code)) return answer.status >= 500 ? postponed(cause) : { kind: 'refused', cause }
  const asked = retryAfterSeconds(answer.headers.get('retry-after'), now)
  return postponed(cause, asked ?? (error.code === 131056 ? pairSeconds : undefined))
}

/** Posts to the Graph API; undefined where no access token is known. */
export const metaPoster =
  (secrets: ChannelSecrets) =>
  async (url: string, body: object): Promise<ProviderAnswer | NoAnswer | undefined> => {
    const [token] = (await secrets.read()).accessToken ?? []
    if (token === undefined) return undefined
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    return callProvider(url, { method: 'POST', headers, body: JSON.stringify(body) })
  }

export const noToken = postponed('there is no accessToken')
