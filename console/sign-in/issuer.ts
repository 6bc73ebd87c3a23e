import * as oauth from 'oauth4webapi'
import type { Deployment } from '../api/deployment.ts'
import type { Attempt } from './attempt.ts'

/** What an issuer handed out, in memory only but for the moment of a reload. */
export interface Tokens {
  /** Sent to the API. */
  readonly token: string
  /** Epoch milliseconds. */
  readonly expiresAt: number
  readonly refreshToken?: string
  /** Says to the issuer who signs out. */
  readonly idToken?: string
}

/** An issuer that tells no time for its token is asked again after so long. */
const usualSeconds = 300

/** Authorization code with PKCE at the company's issuer; the library holds it to the standards. */
export const openIssuer = (deployment: Deployment, redirectUri: string) => {
  const issuer = new URL(deployment.issuer)
  const client: oauth.Client = { client_id: deployment.clientId }
  // Only a local cloud speaks without TLS.
  const options = { [oauth.allowInsecureRequests]: issuer.hostname === '127.0.0.1' }
  const authentication = oauth.None()
  let known: Promise<oauth.AuthorizationServer> | undefined

  const discover = async (): Promise<oauth.AuthorizationServer> =>
    oauth.processDiscoveryResponse(issuer, await oauth.discoveryRequest(issuer, options))
  const server = (): Promise<oauth.AuthorizationServer> => {
    known ??= discover().catch((error: unknown) => {
      known = undefined
      throw error
    })
    return known
  }

  const tokensOf = (answer: oauth.TokenEndpointResponse, before?: Tokens): Tokens => {
    const idToken = answer.id_token ?? before?.idToken
    const token = deployment.token === 'id' ? idToken : answer.access_token
    if (token === undefined) throw new Error('the issuer gave no token')
    const refreshToken = answer.refresh_token ?? before?.refreshToken
    return {
      token,
      expiresAt: Date.now() + (answer.expires_in ?? usualSeconds) * 1_000,
      ...(refreshToken !== undefined && { refreshToken }),
      ...(idToken !== undefined && { idToken }),
    }
  }

  return {
    /** Where the browser goes to sign in. */
    addressFor: async ({ verifier, state, nonce }: Attempt): Promise<string> => {
      const { authorization_endpoint: endpoint } = await server()
      if (endpoint === undefined) throw new Error('the issuer has no sign-in page')
      const address = new URL(endpoint)
      const asked = {
        client_id: deployment.clientId,
        redirect_uri: redirectUri,
        response_type: 'code',
        scope: deployment.scopes.join(' '),
        code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state,
        nonce,
      }
      for (const [name, value] of Object.entries(asked)) address.searchParams.set(name, value)
      return address.href
    },

    /** Turns the code in the address that the issuer sent the browser back to into tokens. */
    tokensFor: async (returned: URL, { verifier, state, nonce }: Attempt): Promise<Tokens> => {
      const known = await server()
      const parameters = oauth.validateAuthResponse(known, client, returned, state)
      const answer = await oauth.authorizationCodeGrantRequest(
        known,
        client,
        authentication,
        parameters,
        redirectUri,
        verifier,
        options,
      )
      return tokensOf(
        await oauth.processAuthorizationCodeResponse(known, client, answer, {
          expectedNonce: nonce,
          requireIdToken: true,
        }),
      )
    },

    /** @throws where the issuer gives nothing any more */
    refresh: async (tokens: Tokens): Promise<Tokens> => {
      const known = await server()
      const answer = await oauth.refreshTokenGrantRequest(
        known,
        client,
        authentication,
        tokens.refreshToken ?? '',
        options,
      )
      return tokensOf(await oauth.processRefreshTokenResponse(known, client, answer), tokens)
    },

    /** Where the browser goes to be signed out there too; undefined where the issuer has no such place. */
    farewell: async ({ idToken }: Tokens): Promise<string | undefined> => {
      const { end_session_endpoint: endpoint } = await server()
      if (endpoint === undefined) return undefined
      const address = new URL(endpoint)
      address.searchParams.set('client_id', deployment.clientId)
      address.searchParams.set('post_logout_redirect_uri', redirectUri)
      address.searchParams.set('logout_uri', redirectUri)
      if (idToken !== undefined) address.searchParams.set('id_token_hint', idToken)
      return address.href
    },
  }
}

export type Issuer = ReturnType<typeof openIssuer>

/** Fresh secrets for one way to the issuer and back. */
export const newAttempt = (place: string): Attempt => ({
  verifier: oauth.generateRandomCodeVerifier(),
  state: oauth.generateRandomState(),
  nonce: oauth.generateRandomNonce(),
  place,
})
