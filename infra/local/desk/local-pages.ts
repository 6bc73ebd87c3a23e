import type { IncomingMessage } from 'node:http'
import type { BatonConfig } from '#shared/config/config.ts'
import { isConsole, serveConsole } from '../console/serve-console.ts'
import type { HttpAnswer } from '../http/api-response.ts'
import type { Issuer } from '../http/issuer.ts'
import type { RunningStack } from '../run-stack.ts'
import { localSignIn } from '../sign-in/local-sign-in.ts'
import type { Closing } from '../stack/closing.ts'
import { audienceOf, tokenSigner } from './ready.ts'

interface PageParts {
  readonly front: { readonly url: string }
  readonly issuer: Issuer
  readonly config: BatonConfig
}

/** What people open in a browser: the console, and the sign-in that it leads to. */
export const localPages = ({ front: { url }, issuer, config }: PageParts, running: RunningStack, closing: Closing) => {
  const clientId = audienceOf(running)
  const scopes = ['openid', 'profile', 'offline_access']
  const pages = serveConsole({ api: '', issuer: issuer.url, clientId, scopes, token: 'id' }, closing)
  const sign = tokenSigner(running, issuer, config.auth)
  const signIn = localSignIn({ url, issuerUrl: issuer.url, clientId, teams: config.teams, sign, clock: Date.now })
  return {
    build: async (): Promise<void> => {
      await pages.build()
    },
    /** Undefined for whatever is no page. */
    answer: (incoming: IncomingMessage): Promise<HttpAnswer> | undefined => {
      if (signIn.takes(incoming.url)) return signIn.answer(incoming)
      return isConsole(incoming.url) ? pages.answer(incoming.method, incoming.url) : undefined
    },
  }
}
