import { useDesk } from '../desk/open-desk.ts'
import { words } from '../words/language.ts'
import { TeamLine } from './team-line.tsx'

/** The lines that the agent serves, side by side where there is room. */
export const LinesPage = () => {
  const { lines } = useDesk().lines
  const { line, app } = words.value
  return (
    <div class="page">
      <header class="page-head">
        <h1 tabIndex={-1}>{line.title}</h1>
        <p class="hint">{line.order}</p>
      </header>
      {lines.value === undefined ? (
        <p>{app.loading}</p>
      ) : (
        <div class="lines">
          {lines.value.map((one) => (
            <TeamLine key={one.team.id} line={one} />
          ))}
        </div>
      )}
    </div>
  )
}
