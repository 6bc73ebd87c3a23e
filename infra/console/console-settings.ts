import type { BatonConfig } from '#shared/config/config.ts'

/** `config.json` beside the console's page: where it is deployed, and nothing secret. */
export interface ConsoleSettings {
  /** Base of the agent API, without a slash at the end. */
  readonly api: string
  readonly issuer: string
  readonly clientId: string
  readonly scopes: readonly string[]
  /** The token that the API's authorizer is content with. */
  readonly token: 'id' | 'access'
}

export const settingsFile = 'config.json'

/** As a deployment's page is told: the API lies below its own address, and the issuer is the company's or the stack's pool. */
export const deployedSettings = (
  { auth, console }: Pick<BatonConfig, 'auth' | 'console'>,
  outputs: Readonly<Record<string, string>>,
): ConsoleSettings => {
  const clientId = console?.clientId ?? outputs.ConsoleClientId ?? ''
  return {
    api: '/api',
    issuer: auth.oidc?.issuer ?? outputs.ConsoleIssuer ?? '',
    clientId,
    scopes: console?.scopes ?? [],
    // An ID token is for its client; where that is not what the API asks for, the issuer's access token has to be.
    token: auth.oidc && !auth.oidc.audience.includes(clientId) ? 'access' : 'id',
  }
}
