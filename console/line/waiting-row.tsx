import type { Waiting } from '../api/shapes.ts'
import { secondsSince, waitedSeconds } from '../desk/lines.ts'
import { Age } from '../parts/age.tsx'
import { Said } from '../parts/said.tsx'
import { duration } from '../words/duration.ts'
import { locale, words } from '../words/language.ts'
import { called } from '../words/times.ts'

export const WaitingRow = ({ waiting }: { waiting: Waiting }) => {
  const { startedAt, headStartSeconds, kind, trigger, reason } = waiting
  const { line, cause } = words.value
  return (
    <li class="waiting">
      <div class="waiting-times">
        <Age class="total" secondsAt={(now) => secondsSince(startedAt, now)} />
        <span class="waited">
          {line.waited} <Age secondsAt={(now) => waitedSeconds(waiting, now)} />
        </span>
      </div>
      <div class="waiting-why">
        <span class={`mark ${kind}`}>{called(trigger, cause)}</span>
        {headStartSeconds !== undefined && (
          <span class="mark">{line.headStart(duration(headStartSeconds, locale.value))}</span>
        )}
        <span class="reason">
          <Said>{reason}</Said>
        </span>
      </div>
    </li>
  )
}
