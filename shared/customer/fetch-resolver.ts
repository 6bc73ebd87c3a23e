import { createHash } from 'node:crypto'
import * as z from 'zod/mini'
import type { ChannelSecrets } from '../channel/channel.ts'
import type { BatonConfig } from '../config/config.ts'
import { fetchSigned, type SignedOptions } from '../tool/fetch-signed.ts'
import { customerIdSchema, customerProfileSchema } from './customer.ts'
import type { Resolver, ResolverAnswer, ResolverQuestion } from './resolver.ts'

const answerSchema = z.object({
  customer: z.nullable(z.extend(customerProfileSchema, { id: customerIdSchema })),
})

const failed = (cause: string): ResolverAnswer => ({ kind: 'failed', cause })

const readAnswer = (text: string, now: number): ResolverAnswer => {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return failed('answered no JSON')
  }
  const { data } = answerSchema.safeParse(json)
  if (!data) return failed('answered no customer')
  return {
    kind: 'told',
    customer: data.customer ? { ...data.customer, updatedAt: now, source: 'resolver' } : undefined,
  }
}

const minuteMs = 60_000
/** The same for a question that is repeated at once. */
const idOf = ({ senderId }: ResolverQuestion, now: number): string =>
  `who_${createHash('sha256')
    .update(`${senderId} ${Math.floor(now / minuteMs)}`)
    .digest('hex')
    .slice(0, 24)}`

export interface FetchResolverOptions extends SignedOptions {
  readonly settings: NonNullable<BatonConfig['identity']['resolver']>
  readonly secrets: ChannelSecrets | undefined
}

/** Asks at the URL that the company declared, signed as the tools' calls are. */
export const fetchResolver = ({ settings, secrets, ...options }: FetchResolverOptions): Resolver => {
  const post = fetchSigned(options)
  return {
    ask: async (question) => {
      const now = options.clock()
      const bodyAt = (at: Date) =>
        JSON.stringify({ type: 'sender.unknown', timestamp: at.toISOString(), data: { sender: question } })
      const answer = await post(
        secrets,
        { id: idOf(question, now), url: settings.url, bodyAt },
        settings.timeoutSeconds * 1_000,
      )
      return answer.kind === 'answered' ? readAnswer(answer.text, now) : failed(answer.cause)
    },
  }
}
