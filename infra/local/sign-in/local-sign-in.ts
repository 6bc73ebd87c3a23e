import type { IncomingMessage } from 'node:http'
import type { JWTPayload } from 'jose'
import { localAgents } from '../desk/agents.ts'
import type { SignToken } from '../desk/ready.ts'
import { type HttpAnswer, ownAnswer } from '../http/api-response.ts'
import { readBody } from '../http/read-body.ts'
import { createGrants } from './codes.ts'
import { signInPage, signInPolicy } from './sign-in-page.ts'

export interface SignInParts {
  /** Of the local cloud, without a slash at the end. */
  readonly url: string
  readonly issuerUrl: string
  readonly clientId: string
  /** Teams' names by their ids. */
  readonly teams: Readonly<Record<string, { readonly name: string }>>
  readonly sign: SignToken
  readonly clock: () => number
}

const tokenSeconds = 3_600

const refused = (error: string): HttpAnswer => ({
  status: 400,
  headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  body: Buffer.from(JSON.stringify({ error })),
})
const redirect = (location: string): HttpAnswer => ownAnswer(302, 'Found', { location, 'cache-control': 'no-store' })
const html = (text: string): HttpAnswer => ({
  status: 200,
  headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': signInPolicy },
  body: Buffer.from(text),
})

/** The rest of an OpenID provider for the local cloud: authorization code with PKCE, refresh tokens, signing out. */
export const localSignIn = ({ url, issuerUrl, clientId, teams, sign, clock }: SignInParts) => {
  const grants = createGrants(clock)
  const agents = localAgents(Object.keys(teams))
  const home = new URL(issuerUrl).pathname
  /** Only to pages of this very cloud. */
  const isOurs = (address: string | null): address is string =>
    address !== null && URL.canParse(address) && new URL(address).origin === new URL(url).origin

  const authorize = (asked: URLSearchParams): HttpAnswer => {
    const redirectUri = asked.get('redirect_uri')
    const challenge = asked.get('code_challenge')
    if (asked.get('client_id') !== clientId || !isOurs(redirectUri)) return refused('invalid_request')
    if (asked.get('response_type') !== 'code' || asked.get('code_challenge_method') !== 'S256' || !challenge)
      return refused('invalid_request')
    const agent = agents.find(({ id }) => id === asked.get('agent'))
    if (!agent) {
      const addressFor = (id: string): string => `${home}/authorize?${new URLSearchParams([...asked, ['agent', id]])}`
      return html(signInPage(agents, (id) => teams[id]?.name ?? id, addressFor))
    }
    const nonce = asked.get('nonce') ?? undefined
    const back = new URL(redirectUri)
    back.searchParams.set('code', grants.newCode({ agentId: agent.id, redirectUri, challenge, nonce }))
    back.searchParams.set('state', asked.get('state') ?? '')
    return redirect(back.href)
  }

  const tokensFor = async (agentId: string, claims: JWTPayload): Promise<HttpAnswer> => {
    const agent = agents.find(({ id }) => id === agentId)
    if (!agent) return refused('invalid_grant')
    const token = await sign(agent, tokenSeconds, claims)
    const given = {
      token_type: 'Bearer',
      expires_in: tokenSeconds,
      id_token: token,
      access_token: token,
      refresh_token: grants.newRefreshToken(agent.id),
    }
    const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' }
    return { status: 200, headers, body: Buffer.from(JSON.stringify(given)) }
  }

  const token = async (form: URLSearchParams): Promise<HttpAnswer> => {
    const field = (name: string): string => form.get(name) ?? ''
    if (field('client_id') !== clientId) return refused('invalid_client')
    if (field('grant_type') === 'refresh_token') return tokensFor(grants.refresh(field('refresh_token')) ?? '', {})
    if (field('grant_type') !== 'authorization_code') return refused('unsupported_grant_type')
    const granted = grants.redeem(field('code'), field('redirect_uri'), field('code_verifier'))
    if (!granted) return refused('invalid_grant')
    return tokensFor(granted.agentId, granted.nonce === undefined ? {} : { nonce: granted.nonce })
  }

  const paths = [`${home}/authorize`, `${home}/token`, `${home}/logout`]
  return {
    takes: (address: string | undefined): boolean => paths.includes((address ?? '').split('?')[0] ?? ''),
    answer: async (incoming: IncomingMessage): Promise<HttpAnswer> => {
      const { pathname, searchParams } = new URL(incoming.url ?? '/', url)
      const [authorizePath, tokenPath] = paths
      if (pathname === tokenPath) return token(new URLSearchParams((await readBody(incoming))?.toString('utf8') ?? ''))
      if (pathname === authorizePath) return authorize(searchParams)
      const back = searchParams.get('post_logout_redirect_uri')
      return isOurs(back) ? redirect(back) : refused('invalid_request')
    },
  }
}
