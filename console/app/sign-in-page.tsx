import { goTo } from '../desk/place.ts'
import type { SignIn } from '../sign-in/session.ts'
import { words } from '../words/language.ts'
import { LanguageChoice } from './top-bar.tsx'

interface SignInPageProps {
  readonly signIn: SignIn
  readonly onSignIn: () => void
}

const told = (signIn: SignIn): string | undefined => {
  const { signIn: said } = words.value
  if (signIn.state !== 'out' || signIn.why === undefined) return undefined
  if (signIn.why === 'failed') return said.failed(signIn.reason ?? '')
  return signIn.why === 'ended' ? said.ended : said.stale
}

export const SignInPage = ({ signIn, onSignIn }: SignInPageProps) => {
  const { signIn: said, app } = words.value
  const why = told(signIn)
  return (
    <main class="sign-in">
      <h1>{app.name}</h1>
      <p>{said.lead}</p>
      {why !== undefined && (
        <p class="problem" role="alert">
          {why}
        </p>
      )}
      {signIn.state === 'working' ? (
        <p role="status">{said.working}</p>
      ) : (
        <button type="button" class="main" onClick={onSignIn}>
          {why === undefined ? said.signIn : said.again}
        </button>
      )}
      <LanguageChoice />
    </main>
  )
}

/** Where the browser's own address still bears the issuer's answer, it is taken out of it. */
export const cleanAddress = (place: string): void => {
  if (window.location.search === '') return
  window.history.replaceState(null, '', window.location.pathname)
  const [page = 'lines', about] = place.replace(/^#?\/?/, '').split('/')
  if (place !== '') goTo(page || 'lines', about === undefined ? undefined : decodeURIComponent(about))
}
