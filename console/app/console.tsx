import { useEffect, useState } from 'preact/hooks'
import { createApi, found } from '../api/client.ts'
import type { Deployment } from '../api/deployment.ts'
import { isTrouble } from '../api/trouble.ts'
import { type Desk, DeskProvider, openDesk } from '../desk/open-desk.ts'
import type { ConsoleSession } from '../sign-in/session.ts'
import { words } from '../words/language.ts'
import { Shell } from './shell.tsx'
import { SignInPage } from './sign-in-page.tsx'

const againMs = 3_000

/** Asks who is here, until there is an answer or nobody is signed in any more. */
const useDeskOf = (deployment: Deployment, session: ConsoleSession, signedIn: boolean): Desk | 'waiting' => {
  const [desk, setDesk] = useState<Desk>()
  useEffect(() => {
    if (!signedIn) return
    let ended = false
    let opened: Desk | undefined
    const api = createApi(deployment.api, session)
    const open = async (): Promise<void> => {
      try {
        const known = await found(api.GET('/agents/me'))
        if (ended) return
        opened = openDesk(api, known)
        setDesk(opened)
      } catch (error) {
        if (!ended && !isTrouble(error, 'signed-out')) setTimeout(open, againMs)
      }
    }
    void open()
    return () => {
      ended = true
      opened?.close()
      setDesk(undefined)
    }
  }, [deployment, session, signedIn])
  return desk ?? 'waiting'
}

/** The whole console: a sign-in page, or a desk. */
export const Console = ({ deployment, session }: { deployment: Deployment; session: ConsoleSession }) => {
  const signIn = session.signIn.value
  const desk = useDeskOf(deployment, session, signIn.state === 'in')
  const begin = (): void => void session.leaveForIssuer(window.location.hash)
  if (signIn.state !== 'in') return <SignInPage signIn={signIn} onSignIn={begin} />
  if (desk === 'waiting') return <Waiting />
  const { known } = desk
  const leave = (): void => {
    desk.drafts.forget()
    void session.signOut()
  }
  if (!known.teams.some(({ mine }) => mine)) return <NoTeams onSignOut={leave} />
  return (
    <DeskProvider value={desk}>
      <Shell onSignOut={leave} />
    </DeskProvider>
  )
}

const Waiting = () => {
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(setLate, againMs, true)
    return () => clearTimeout(timer)
  }, [])
  const { app, signIn } = words.value
  return (
    <main class="sign-in">
      <h1>{app.name}</h1>
      <p role="status">{late ? signIn.unreachable : app.loading}</p>
    </main>
  )
}

const NoTeams = ({ onSignOut }: { onSignOut: () => void }) => {
  const { app, signIn } = words.value
  return (
    <main class="sign-in">
      <h1>{app.name}</h1>
      <p>{signIn.noTeams}</p>
      <button type="button" onClick={onSignOut}>
        {app.signOut}
      </button>
    </main>
  )
}
