import {
  GetSecretValueCommand,
  SecretsManagerClient,
  SecretsManagerServiceException,
} from '@aws-sdk/client-secrets-manager'
import { NodeHttpHandler } from '@smithy/node-http-handler'
import type { ChannelSecrets, Secrets } from './channel.ts'
import { SecretGoneError } from './errors.ts'
import { heldSecrets } from './held-secrets.ts'

/** Channels give three seconds and more for all of it. */
export const secretsClient = (): SecretsManagerClient =>
  new SecretsManagerClient({
    maxAttempts: 2,
    requestHandler: new NodeHttpHandler({
      connectionTimeout: 1_000,
      requestTimeout: 1_500,
      throwOnRequestTimeout: true,
    }),
  })

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

const throttles = ['ThrottlingException', 'TooManyRequestsException']

/** Not there, not allowed, not to be decrypted: an answer, and no outage. */
const isAnswer = (cause: unknown): cause is SecretsManagerServiceException =>
  cause instanceof SecretsManagerServiceException && cause.$fault === 'client' && !throttles.includes(cause.name)

const ask = async (client: SecretsManagerClient, secretId: string): Promise<Secrets> => {
  try {
    const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: secretId }))
    return SecretString === undefined ? {} : readSecrets(SecretString)
  } catch (cause) {
    throw isAnswer(cause) ? new SecretGoneError(cause) : cause
  }
}

/** By channel, one Secrets Manager secret each, asked for when it is needed; a channel that is not told of has none. */
export const namedChannelSecrets = (
  secretIds: Readonly<Record<string, string>>,
  client: SecretsManagerClient = secretsClient(),
  clock: () => number = Date.now,
): ((channel: string) => ChannelSecrets | undefined) => {
  const byChannel = new Map(
    Object.entries(secretIds).map(([channel, id]) => [channel, heldSecrets(() => ask(client, id), clock)]),
  )
  return (channel) => byChannel.get(channel)
}
