import { getSecret } from '@aws-lambda-powertools/parameters/secrets'
import type { ChannelSecrets } from './channel.ts'

/** Short enough that a rotated secret counts within five minutes, as long as the old one is kept beside the new. */
const maxAgeSeconds = 300

/** One or two secrets, separated by white space, in one Secrets Manager secret. */
export const secretsChannelSecrets = (secretId: string): ChannelSecrets => ({
  read: async () => {
    const text = await getSecret(secretId, { maxAge: maxAgeSeconds })
    return typeof text === 'string' ? text.split(/\s+/).filter(Boolean).slice(0, 2) : []
  },
})
