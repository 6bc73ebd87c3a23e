import { hashOf } from '../desk/address.ts'
import { useDesk } from '../desk/open-desk.ts'
import { place } from '../desk/place.ts'
import { words } from '../words/language.ts'
import { MyConversations } from './my-conversations.tsx'
import { NextButton } from './next-button.tsx'
import { pages } from './pages.ts'

const PageLinks = () => {
  const desk = useDesk()
  const { page: shown } = place.value
  const waiting = (desk.lines.lines.value ?? []).reduce((sum, { team }) => sum + team.waiting, 0)
  return (
    <ul class="page-links">
      {Object.entries(pages).map(([name, page]) =>
        page.link && (page.for?.(desk) ?? true) ? (
          <li key={name}>
            <a href={hashOf(name)} aria-current={shown === name ? 'page' : undefined}>
              {page.link(words.value)}
              {name === 'lines' && waiting > 0 && <span class="count">{words.value.app.waiting(waiting)}</span>}
            </a>
          </li>
        ) : null,
      )}
    </ul>
  )
}

export const Side = () => (
  <nav class="side" aria-label={words.value.app.name}>
    <NextButton />
    <PageLinks />
    <MyConversations />
  </nav>
)
