import type { BatonConfig } from './config.ts'
import { problem } from './problem.ts'

const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])

export const checkChannels = (channels: BatonConfig['channels']): readonly string[] => {
  const connected = Object.entries(channels).filter(([, channel]) => channel !== undefined)
  if (connected.length === 0) return ['channels: none is given: must have at least one, such as "standard"']
  return connected.flatMap(([name, channel]) =>
    ['callbackUrl', 'apiUrl', 'webhookUrl'].flatMap((field) => {
      const url = (channel as Readonly<Record<string, unknown>>)[field]
      return typeof url !== 'string' || isPrivate(url)
        ? []
        : [problem(`channels.${name}.${field}`, url, 'must be https, or http on this machine')]
    }),
  )
}

export const checkAuth = ({ oidc }: BatonConfig['auth']): readonly string[] =>
  oidc && new URL(oidc.issuer).protocol !== 'https:' ? [problem('auth.oidc.issuer', oidc.issuer, 'must be https')] : []

export const checkModel = ({ turnBudgetSeconds, callTimeoutSeconds }: BatonConfig['model']): readonly string[] =>
  turnBudgetSeconds < callTimeoutSeconds
    ? [
        problem(
          'model.turnBudgetSeconds',
          turnBudgetSeconds,
          `must be at least callTimeoutSeconds, ${callTimeoutSeconds}`,
        ),
      ]
    : []

const isPrivate = (url: string): boolean => {
  const { protocol, hostname } = new URL(url)
  return protocol === 'https:' || (protocol === 'http:' && loopback.has(hostname))
}
