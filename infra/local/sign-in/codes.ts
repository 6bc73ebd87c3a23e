import { createHash, randomBytes } from 'node:crypto'

/** Who signed in, and what their browser has to show to get the tokens. */
export interface Granted {
  readonly agentId: string
  readonly redirectUri: string
  readonly challenge: string
  readonly nonce: string | undefined
}

const validMs = 60_000
const fresh = (): string => randomBytes(24).toString('base64url')

/** PKCE, S256. */
export const challengeOf = (verifier: string): string => createHash('sha256').update(verifier).digest('base64url')

/** Codes that are good once and for a minute, and refresh tokens that are good once each, as the best of issuers do it. */
export const createGrants = (clock: () => number) => {
  const codes = new Map<string, Granted & { readonly until: number }>()
  const refreshTokens = new Map<string, string>()
  return {
    newCode: (granted: Granted): string => {
      const code = fresh()
      codes.set(code, { ...granted, until: clock() + validMs })
      return code
    },
    /** What was granted for this code, if whoever shows it is who asked for it. */
    redeem: (code: string, redirectUri: string, verifier: string): Granted | undefined => {
      const granted = codes.get(code)
      codes.delete(code)
      if (!granted || granted.until < clock()) return undefined
      return granted.redirectUri === redirectUri && granted.challenge === challengeOf(verifier) ? granted : undefined
    },
    newRefreshToken: (agentId: string): string => {
      const token = fresh()
      refreshTokens.set(token, agentId)
      return token
    },
    refresh: (token: string): string | undefined => {
      const agentId = refreshTokens.get(token)
      refreshTokens.delete(token)
      return agentId
    },
  }
}

export type Grants = ReturnType<typeof createGrants>
