import type { BatonConfig } from './config.ts'
import { problem } from './problem.ts'

/** What the console needs of the sign-in. */
export const checkConsole = (
  { clientId, issuerOrigins }: NonNullable<BatonConfig['console']>,
  { oidc }: BatonConfig['auth'],
): readonly string[] => [
  ...(oidc && clientId === undefined
    ? ['console.clientId: is missing: must be the public client of auth.oidc that the console signs in as']
    : []),
  ...(!oidc && clientId !== undefined
    ? [problem('console.clientId', clientId, 'must be left out without auth.oidc: the stack makes the client')]
    : []),
  ...issuerOrigins
    .filter((origin) => new URL(origin).protocol !== 'https:')
    .map((origin) => problem('console.issuerOrigins', origin, 'must be https')),
]
