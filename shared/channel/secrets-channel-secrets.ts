import { getSecret } from '@aws-lambda-powertools/parameters/secrets'
import type { ChannelSecrets, Secrets } from './channel.ts'

/** Short enough that a rotated secret counts within five minutes, as long as the old one is kept beside the new. */
const maxAgeSeconds = 300

/** One or two values, separated by white space. */
const valuesOf = (text: unknown): readonly string[] =>
  typeof text === 'string' ? text.split(/\s+/).filter(Boolean).slice(0, 2) : []

/** A JSON object by field; a text that is none holds the one field of a channel that has no other, `signing`. */
export const readSecrets = (text: string): Secrets => {
  if (!text.trimStart().startsWith('{')) return { signing: valuesOf(text) }
  try {
    return Object.fromEntries(Object.entries(JSON.parse(text)).map(([field, value]) => [field, valuesOf(value)]))
  } catch {
    return {}
  }
}

/** By channel; one that is not told of has none. */
export const namedChannelSecrets =
  (secretIds: Readonly<Record<string, string>>) =>
  (channel: string): ChannelSecrets | undefined => {
    const secretId = Object.hasOwn(secretIds, channel) ? secretIds[channel] : undefined
    return secretId === undefined ? undefined : secretsChannelSecrets(secretId)
  }

/** One Secrets Manager secret a channel. */
export const secretsChannelSecrets = (secretId: string): ChannelSecrets => ({
  read: async () => {
    const text = await getSecret(secretId, { maxAge: maxAgeSeconds })
    return typeof text === 'string' ? readSecrets(text) : {}
  },
})
