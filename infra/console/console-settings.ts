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
