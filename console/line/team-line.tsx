import type { TeamLine as Line } from '../desk/lines.ts'
import { useDesk } from '../desk/open-desk.ts'
import { words } from '../words/language.ts'
import { WaitingRow } from './waiting-row.tsx'

export const TeamLine = ({ line: { team, waiting, more } }: { line: Line }) => {
  const { lines } = useDesk()
  const { line } = words.value
  const heading = `line-${team.id}`
  return (
    <section class="team-line" aria-labelledby={heading}>
      <header>
        <h2 id={heading}>{team.name}</h2>
        <p>
          <strong>{line.count(team.waiting)}</strong>
          {!team.open && <span class="mark">{line.closed}</span>}
        </p>
      </header>
      {waiting.length > 0 && (
        <ol class="waitings">
          {waiting.map((one) => (
            <WaitingRow key={one.handoffId} waiting={one} />
          ))}
        </ol>
      )}
      {more && (
        <button type="button" class="quiet" onClick={() => lines.more(team.id)}>
          {line.more}
        </button>
      )}
    </section>
  )
}
