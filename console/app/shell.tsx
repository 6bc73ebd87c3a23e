import { effect } from '@preact/signals'
import { useEffect, useState } from 'preact/hooks'
import { onCommand } from '../desk/commands.ts'
import { nameOf, useDesk } from '../desk/open-desk.ts'
import { goTo, place } from '../desk/place.ts'
import { words } from '../words/language.ts'
import { Announcements } from './announcements.tsx'
import { Help } from './help.tsx'
import { OfflineBar } from './offline-bar.tsx'
import { ShownPage } from './shown-page.tsx'
import { Side } from './side.tsx'
import { titleOf } from './title.ts'
import { TopBar } from './top-bar.tsx'

const useTitle = (): void => {
  const { conversations, lines, known } = useDesk()
  useEffect(
    () =>
      effect(() => {
        const held = conversations.held.value
        const shown = held.find(({ handoff }) => handoff.id === place.value.about)
        document.title = titleOf(
          {
            page: place.value.page,
            name: shown && nameOf(shown),
            unread: held.reduce((sum, { unread }) => sum + unread, 0),
            waiting: (lines.lines.value ?? []).reduce((sum, { team }) => sum + team.waiting, 0),
            company: known.company.name,
          },
          words.value,
        )
      }),
    [conversations, lines, known],
  )
}

const useKeys = (onHelp: () => void): void => {
  const { next, conversations } = useDesk()
  useEffect(() => {
    const step = (by: number) => (): void => {
      const held = conversations.held.peek()
      const at = held.findIndex(({ handoff }) => handoff.id === place.peek().about)
      const to = held[at < 0 ? 0 : (at + by + held.length) % held.length]
      if (to) goTo('conversation', to.handoff.id)
    }
    const toggle = (): void => (['watching', 'claiming'].includes(next.taking.peek()) ? next.stop() : next.start())
    const ends = [
      onCommand('next', toggle),
      onCommand('lines', () => goTo('lines')),
      onCommand('following', step(1)),
      onCommand('preceding', step(-1)),
      onCommand('help', onHelp),
    ]
    return () => {
      for (const end of ends) end()
    }
  }, [next, conversations, onHelp])
}

/** The signed-in console: what is always there, around the page of the address. */
export const Shell = ({ onSignOut }: { onSignOut: () => void }) => {
  const [help, setHelp] = useState(false)
  const [openHelp] = useState(() => () => setHelp(true))
  useTitle()
  useKeys(openHelp)
  return (
    <div class="shell">
      <TopBar onHelp={openHelp} onSignOut={onSignOut} />
      <OfflineBar />
      <Side />
      <ShownPage />
      <Announcements />
      {help && <Help onClose={() => setHelp(false)} />}
    </div>
  )
}
