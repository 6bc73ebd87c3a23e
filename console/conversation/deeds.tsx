import { useState } from 'preact/hooks'
import type { Held } from '../desk/held.ts'
import { useDesk } from '../desk/open-desk.ts'
import { words } from '../words/language.ts'
import { called } from '../words/times.ts'
import { DeedWindow } from './deed-window.tsx'

interface DeedProps {
  readonly held: Held
  readonly onClose: () => void
}

const Transfer = ({ held, onClose }: DeedProps) => {
  const { known, teamName } = useDesk()
  const { act } = words.value
  const others = known.teams.filter(({ id }) => id !== held.handoff.team)
  const [team, setTeam] = useState(others[0]?.id ?? '')
  const [reason, setReason] = useState('')
  return (
    <DeedWindow
      held={held}
      title={act.transferTitle}
      hint={act.transferHint}
      button={act.transfer}
      done={act.done.transfer(teamName(team))}
      deed={() => ({ verb: 'transfer', team, reason })}
      onClose={onClose}
    >
      <label>
        {act.team}
        <select value={team} onChange={(event) => setTeam(event.currentTarget.value)}>
          {others.map(({ id, name, open }) => (
            <option key={id} value={id}>
              {name} {open ? '' : act.closedNow}
            </option>
          ))}
        </select>
      </label>
      <label>
        {act.why}
        <textarea
          dir="auto"
          required
          maxLength={1_000}
          rows={3}
          value={reason}
          onInput={(event) => setReason(event.currentTarget.value)}
        />
      </label>
    </DeedWindow>
  )
}

const HandBack = ({ held, onClose }: DeedProps) => {
  const { act } = words.value
  return (
    <DeedWindow
      held={held}
      title={act.handBackTitle}
      hint={act.handBackHint}
      button={act.handBack}
      done={act.done.return}
      deed={() => ({ verb: 'return' })}
      onClose={onClose}
    />
  )
}

const GiveBack = ({ held, onClose }: DeedProps) => {
  const { act, hold } = words.value
  const begun = held.hold.kind === 'accepted'
  return (
    <DeedWindow
      held={held}
      title={act.giveBackTitle}
      hint={act.giveBackHint}
      button={begun ? hold.giveBack : hold.decline}
      done={act.done.release}
      deed={() => ({ verb: begun ? 'release' : 'decline' })}
      onClose={onClose}
    />
  )
}

const Resolve = ({ held, onClose }: DeedProps) => {
  const { known } = useDesk()
  const { act, outcome: names } = words.value
  const [outcome, setOutcome] = useState(known.outcomes[0] ?? '')
  const [note, setNote] = useState('')
  return (
    <DeedWindow
      held={held}
      title={act.resolveTitle}
      hint={act.resolveHint}
      button={act.resolve}
      done={act.done.resolve}
      deed={() => ({ verb: 'resolve', outcome, ...(note.trim() !== '' && { note }) })}
      onClose={onClose}
    >
      <fieldset>
        <legend>{act.outcome}</legend>
        {known.outcomes.map((one) => (
          <label key={one} class="choice">
            <input type="radio" name="outcome" value={one} checked={one === outcome} onChange={() => setOutcome(one)} />
            {called(one, names)}
          </label>
        ))}
      </fieldset>
      <label>
        {act.noteOptional}
        <textarea
          dir="auto"
          maxLength={20_000}
          rows={3}
          value={note}
          onInput={(event) => setNote(event.currentTarget.value)}
        />
      </label>
    </DeedWindow>
  )
}

/** What may be done to a conversation besides writing, each in its own window. */
export const deedWindows = { transfer: Transfer, handBack: HandBack, giveBack: GiveBack, resolve: Resolve } as const
export type DeedName = keyof typeof deedWindows
