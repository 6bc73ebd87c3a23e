import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { Deed } from '../desk/act.ts'
import { announce } from '../desk/announce.ts'
import type { Held } from '../desk/held.ts'
import { useDesk } from '../desk/open-desk.ts'
import { goTo } from '../desk/place.ts'
import { explain } from '../parts/explain.ts'
import { Window } from '../parts/window.tsx'
import { words } from '../words/language.ts'

interface DeedWindowProps {
  readonly held: Held
  readonly title: string
  readonly hint: string
  readonly button: string
  /** Said when it is done. */
  readonly done: string
  readonly deed: () => Deed
  readonly onClose: () => void
  readonly children?: ComponentChildren
}

/** Asks before something is done that takes the conversation off the desk, and does it once. */
export const DeedWindow = ({ held, title, hint, button, done, deed, onClose, children }: DeedWindowProps) => {
  const { act, conversations } = useDesk()
  const [key] = useState(() => crypto.randomUUID())
  const [doing, setDoing] = useState(false)
  const [failure, setFailure] = useState<string>()
  const submit = async (): Promise<void> => {
    setDoing(true)
    setFailure(undefined)
    try {
      await act(held.handoff.id, deed(), key)
      announce(done)
      onClose()
      const next = conversations.held.peek().find(({ hold }) => hold.kind !== 'lost')
      if (next) goTo('conversation', next.handoff.id)
      else goTo('lines')
    } catch (error) {
      setFailure(explain(error, words.peek()))
      setDoing(false)
    }
  }
  return (
    <Window title={title} onClose={onClose}>
      <form
        class="deed"
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <p class="hint">{hint}</p>
        {children}
        {failure !== undefined && (
          <p class="problem" role="alert">
            {failure}
          </p>
        )}
        <p class="buttons">
          <button type="submit" class="main" disabled={doing}>
            {button}
          </button>
          <button type="button" onClick={onClose}>
            {words.value.app.cancel}
          </button>
        </p>
      </form>
    </Window>
  )
}
