import '../styles/base.css'
import '../styles/parts.css'
import '../styles/shell.css'
import '../styles/line.css'
import '../styles/conversation.css'
import { effect } from '@preact/signals'
import { render } from 'preact'
import { readDeployment } from '../api/deployment.ts'
import { listenToKeys } from '../desk/commands.ts'
import { followAddress } from '../desk/place.ts'
import { openPreferences } from '../desk/preferences.ts'
import { openIssuer } from '../sign-in/issuer.ts'
import { openSession } from '../sign-in/session.ts'
import { language } from '../words/language.ts'
import { Console } from './console.tsx'
import { cleanAddress } from './sign-in-page.tsx'

const againMs = 3_000

const start = async (root: HTMLElement): Promise<void> => {
  const deployment = await readDeployment()
  const { origin, pathname, href } = window.location
  const session = openSession(openIssuer(deployment, `${origin}${pathname}`), {
    shelf: sessionStorage,
    goTo: (address) => window.location.assign(address),
  })
  window.addEventListener('pagehide', session.stow)
  window.addEventListener('pageshow', ({ persisted }) => persisted && session.unstow())
  render(<Console deployment={deployment} session={session} />, root)
  cleanAddress(await session.begin(new URL(href)))
}

const startUntilUp = (root: HTMLElement): void => {
  start(root).catch(() => setTimeout(startUntilUp, againMs, root))
}

openPreferences(localStorage, navigator.languages)
effect(() => {
  document.documentElement.lang = language.value
})
followAddress()
listenToKeys()
const root = document.getElementById('app')
if (root) startUntilUp(root)
