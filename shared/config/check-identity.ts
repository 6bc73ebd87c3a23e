import { urlFault } from './check-connections.ts'
import type { BatonConfig } from './config.ts'
import { problem } from './problem.ts'

export const checkIdentity = (
  { tokens, resolver }: BatonConfig['identity'],
  channels: readonly string[],
): readonly string[] => [
  ...(tokens ? checkTokens(tokens, channels) : []),
  ...(resolver ? checkUrl('identity.resolver.url', resolver.url) : []),
]

const checkUrl = (field: string, url: string | undefined): readonly string[] => {
  const fault = url === undefined ? undefined : urlFault(new URL(url))
  return fault === undefined ? [] : [problem(field, url, fault)]
}

const checkTokens = (
  { jwksUri, secret }: NonNullable<BatonConfig['identity']['tokens']>,
  channels: readonly string[],
): readonly string[] => [
  ...((jwksUri === undefined) === (secret === undefined)
    ? ['identity.tokens: must have either jwksUri or secret: true, and not both']
    : []),
  ...(channels.includes('standard')
    ? []
    : ['identity.tokens: is of no use: a token comes with a message of the standard channel']),
  ...checkUrl('identity.tokens.jwksUri', jwksUri),
]
