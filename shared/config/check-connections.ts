import type { BatonConfig } from './config.ts'
import { problem } from './problem.ts'
import { addressIn, isOnThisMachine, isPublicAddress } from './public-address.ts'

export const checkChannels = (channels: BatonConfig['channels']): readonly string[] => {
  const connected = Object.entries(channels).filter(([, channel]) => channel !== undefined)
  if (connected.length === 0) return ['channels: none is given: must have at least one, such as "standard"']
  return connected.flatMap(([name, channel]) =>
    ['callbackUrl', 'apiUrl', 'webhookUrl'].flatMap((field) => {
      const url = (channel as Readonly<Record<string, unknown>>)[field]
      const fault = typeof url === 'string' ? urlFault(new URL(url)) : undefined
      return fault === undefined ? [] : [problem(`channels.${name}.${field}`, url, fault)]
    }),
  )
}

export const checkAuth = ({ oidc }: BatonConfig['auth']): readonly string[] =>
  oidc && new URL(oidc.issuer).protocol !== 'https:' ? [problem('auth.oidc.issuer', oidc.issuer, 'must be https')] : []

/** What a name stands for is judged when it is called; an address that is written out can be judged now. */
export const urlFault = (url: URL): string | undefined => {
  if (url.username !== '' || url.password !== '') return 'must hold no name and password'
  if (['http:', 'https:'].includes(url.protocol) && isOnThisMachine(url)) return undefined
  if (url.protocol !== 'https:') return 'must be https, or http on this machine'
  const address = addressIn(url)
  return address === undefined || isPublicAddress(address) ? undefined : 'must be at a public address'
}
