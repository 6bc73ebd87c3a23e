import { TroubleError } from './trouble.ts'

/** Where this console is deployed: `config.json` beside the page, written by whoever deploys it. */
export interface Deployment {
  /** Base of the agent API; relative to the page's origin, or absolute. */
  readonly api: string
  readonly issuer: string
  readonly clientId: string
  readonly scopes: readonly string[]
  /** Which of the issuer's tokens the API is called with. */
  readonly token: 'id' | 'access'
}

const isText = (value: unknown): value is string => typeof value === 'string'

/** @throws where the file is not one */
export const deploymentOf = (given: unknown): Deployment => {
  const { api, issuer, clientId, scopes, token } = Object(given) as Partial<Record<keyof Deployment, unknown>>
  if (!isText(api) || !isText(issuer) || !isText(clientId))
    throw new Error('config.json: api, issuer or clientId is missing')
  return {
    api: api.replace(/\/$/, ''),
    issuer,
    clientId,
    scopes: Array.isArray(scopes) ? scopes.filter(isText) : ['openid'],
    token: token === 'access' ? 'access' : 'id',
  }
}

export const readDeployment = async (): Promise<Deployment> => {
  const response = await fetch('./config.json', { cache: 'no-cache' }).catch(() => undefined)
  if (!response?.ok) throw new TroubleError({ kind: 'offline' })
  return deploymentOf(await response.json())
}
