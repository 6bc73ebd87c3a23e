import { hashOf } from '../desk/address.ts'
import type { Held } from '../desk/held.ts'
import { secondsSince } from '../desk/lines.ts'
import { nameOf, useDesk } from '../desk/open-desk.ts'
import { place } from '../desk/place.ts'
import { Age, Left } from '../parts/age.tsx'
import { Said } from '../parts/said.tsx'
import { words } from '../words/language.ts'

const Mine = ({ held }: { held: Held }) => {
  const { handoff, hold, unread } = held
  const { about } = place.value
  return (
    <li>
      <a
        href={hashOf('conversation', handoff.id)}
        class={`mine ${hold.kind}`}
        aria-current={about === handoff.id ? 'page' : undefined}
      >
        <span class="mine-name">
          <Said>{nameOf(held)}</Said>
        </span>
        <span class="mine-time">
          {hold.kind === 'leased' ? (
            <Left until={hold.until} />
          ) : (
            <Age secondsAt={(now) => secondsSince(handoff.startedAt, now)} />
          )}
        </span>
        <span class="mine-reason">
          <Said>{handoff.reason}</Said>
        </span>
        {unread > 0 && <span class="unread">{words.value.app.unread(unread)}</span>}
      </a>
    </li>
  )
}

export const MyConversations = () => {
  const { held } = useDesk().conversations
  const { app } = words.value
  return (
    <section class="mines" aria-labelledby="mine">
      <h2 id="mine">{app.mine}</h2>
      {held.value.length === 0 ? (
        <p class="hint">{app.noneMine}</p>
      ) : (
        <ul>
          {held.value.map((one) => (
            <Mine key={one.handoff.id} held={one} />
          ))}
        </ul>
      )}
    </section>
  )
}
