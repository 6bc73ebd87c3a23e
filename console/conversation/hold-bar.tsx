import { serverNow } from '../api/server-clock.ts'
import type { Held } from '../desk/held.ts'
import type { Loss } from '../desk/loss.ts'
import { useDesk } from '../desk/open-desk.ts'
import { Left } from '../parts/age.tsx'
import { now } from '../parts/now.ts'
import { locale, words } from '../words/language.ts'
import { called, timeOf } from '../words/times.ts'

const lossText = (loss: Loss, teamName: (id: string) => string): string => {
  const { hold, outcome } = words.value
  const at = (time: number): string => timeOf(time, serverNow(), locale.value)
  if (loss.kind === 'taken') return hold.tookOver(loss.by, at(loss.at))
  if (loss.kind === 'in-line')
    return loss.at === undefined ? hold.inLine(teamName(loss.team)) : hold.inLineSince(teamName(loss.team), at(loss.at))
  if (loss.kind === 'assistant') return hold.withAssistant
  if (loss.kind === 'closed') return hold.closed(called(loss.outcome, outcome), at(loss.at))
  return hold.gone
}

/** Whose the conversation is, and for how long: a countdown until it is accepted. */
export const HoldBar = ({ held: { hold, handoff } }: { held: Held }) => {
  const { teamName, leases } = useDesk()
  const { hold: said } = words.value
  if (hold.kind === 'lost')
    return (
      <p class="hold lost" role="alert">
        <span dir="auto">{lossText(hold.loss, teamName)}</span>
      </p>
    )
  if (hold.kind === 'accepted')
    return (
      <p class="hold accepted">
        {said.accepted} · {teamName(handoff.team)}
      </p>
    )
  const left = hold.until - now.value
  return (
    <p class={left < 20_000 ? 'hold leased soon' : 'hold leased'}>
      {left > 0 ? <LeaseText until={hold.until} /> : said.leaseOver}
      {leases.away.value && left > 0 && <span class="away"> {said.away}</span>}
    </p>
  )
}

const LeaseText = ({ until }: { until: number }) => {
  const [before, after] = words.value.hold.lease('\u0000').split('\u0000')
  return (
    <span>
      {before}
      <Left until={until} />
      {after}
    </span>
  )
}
