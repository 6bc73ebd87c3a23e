import { signal } from '@preact/signals'
import type { Session } from '../api/client.ts'
import { TroubleError } from '../api/trouble.ts'
import { type Attempt, layOn, type Shelf, takeFrom } from './attempt.ts'
import { type Issuer, newAttempt, type Tokens } from './issuer.ts'

export type SignIn =
  | { readonly state: 'out'; readonly why?: 'ended' | 'stale' | 'failed'; readonly reason?: string }
  | { readonly state: 'working' }
  | { readonly state: 'in' }

const attemptName = 'baton.attempt'
const tokensName = 'baton.reload'
/** Asked for anew so long before its end, so that no request is sent with a token that ends on its way. */
const earlyMs = 60_000

export interface Place {
  readonly shelf: Shelf
  /** Sends the browser there; nothing on this page happens afterwards. */
  readonly goTo: (address: string) => void
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/**
 * Who is signed in. Tokens live in memory; `stow` lays them down as the page goes, and `begin` takes them up as it comes
 * back, so that they lie in the tab's storage for the moment of a reload and no longer.
 */
export const openSession = (issuer: Issuer, { shelf, goTo }: Place) => {
  const signIn = signal<SignIn>({ state: 'working' })
  let tokens: Tokens | undefined
  let renewing: Promise<boolean> | undefined

  const hold = (fresh: Tokens): void => {
    tokens = fresh
    signIn.value = { state: 'in' }
  }
  const end = (): void => {
    tokens = undefined
    signIn.value = { state: 'out', why: 'ended' }
  }

  const refresh = async (): Promise<boolean> => {
    if (tokens?.refreshToken === undefined) {
      end()
      return false
    }
    try {
      hold(await issuer.refresh(tokens))
      return true
    } catch (error) {
      // Without a connection nothing is known: what was good may still be.
      if (error instanceof TypeError) throw new TroubleError({ kind: 'offline' })
      end()
      return false
    }
  }
  const renew = (): Promise<boolean> => {
    renewing ??= refresh().finally(() => {
      renewing = undefined
    })
    return renewing
  }

  const finish = async (returned: URL): Promise<string> => {
    const attempt = takeFrom<Attempt>(shelf, attemptName)
    if (!attempt) {
      signIn.value = { state: 'out', why: 'stale' }
      return ''
    }
    try {
      hold(await issuer.tokensFor(returned, attempt))
    } catch (error) {
      signIn.value = { state: 'out', why: 'failed', reason: reasonOf(error) }
    }
    return attempt.place
  }

  const api: Session = {
    token: async () => {
      if (tokens && tokens.expiresAt - earlyMs < Date.now() && tokens.refreshToken !== undefined) await renew()
      if (!tokens) throw new TroubleError({ kind: 'signed-out' })
      return tokens.token
    },
    renew,
  }

  return {
    signIn,
    ...api,
    /** As the page comes up: back from the issuer, back from a reload, or new. @returns where in the console to go */
    begin: async (address: URL): Promise<string> => {
      if (address.searchParams.has('state')) return finish(address)
      const kept = takeFrom<Tokens>(shelf, tokensName)
      if (kept) hold(kept)
      else signIn.value = { state: 'out' }
      return address.hash
    },
    leaveForIssuer: async (place: string): Promise<void> => {
      signIn.value = { state: 'working' }
      try {
        const attempt = newAttempt(place)
        layOn(shelf, attemptName, attempt)
        goTo(await issuer.addressFor(attempt))
      } catch (error) {
        signIn.value = { state: 'out', why: 'failed', reason: reasonOf(error) }
      }
    },
    signOut: async (): Promise<void> => {
      const last = tokens
      tokens = undefined
      signIn.value = { state: 'out' }
      const farewell = last && (await issuer.farewell(last).catch(() => undefined))
      if (farewell) goTo(farewell)
    },
    stow: (): void => {
      if (tokens) layOn(shelf, tokensName, tokens)
    },
    /** The page was only put aside: nothing has to lie there. */
    unstow: (): void => shelf.removeItem(tokensName),
  }
}

export type ConsoleSession = ReturnType<typeof openSession>
