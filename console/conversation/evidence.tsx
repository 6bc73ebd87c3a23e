import type { Fired } from '../api/shapes.ts'
import { Said } from '../parts/said.tsx'
import { locale, words } from '../words/language.ts'
import { called } from '../words/times.ts'

const figure = (value: number): string =>
  new Intl.NumberFormat(locale.value, { maximumFractionDigits: 2 }).format(value)

/** One trigger that fired, and what it saw. */
export const Evidence = ({ fired: { trigger, kind, evidence } }: { fired: Fired }) => {
  const { conversation: said, cause, line } = words.value
  const { matched, score, threshold, detail } = evidence
  return (
    <li class="evidence">
      <span class={`mark ${kind}`}>{called(trigger, cause)}</span>
      <span class="hint">{kind === 'failure' ? line.failure : line.topic}</span>
      {matched !== undefined && (
        <span>
          <Said>{said.matched(matched)}</Said>
        </span>
      )}
      <span class="hint">{said.score(figure(score), figure(threshold))}</span>
      {detail !== undefined && (
        <span class="hint">
          <Said>{detail}</Said>
        </span>
      )}
    </li>
  )
}

/** Everything that fired, the trigger of the handoff first. */
export const Evidences = ({ fired }: { fired: readonly Fired[] }) => (
  <ul class="evidences">
    {fired.map((one) => (
      <Evidence key={one.trigger} fired={one} />
    ))}
  </ul>
)
