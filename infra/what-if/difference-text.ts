import type { LoggedTurn } from '#shared/report/logged-turn.ts'
import type { Difference } from '#shared/report/what-if/compare.ts'
import { type Fired, quote } from '#shared/triggers/trigger.ts'

const evidenceOf = ({ trigger, topic, evidence }: Fired): string => {
  const { matched, score, threshold, detail } = evidence
  const of = topic === undefined || topic === trigger ? trigger : `${trigger} (${topic})`
  const why = [
    `${score.toFixed(2)} of ${threshold.toFixed(2)}`,
    ...(matched ? [quote(matched)] : []),
    ...(detail ? [detail] : []),
  ]
  return `${of}: ${why.join(', ')}`
}

const when = (at: number): string => new Date(at).toISOString().slice(0, 16).replace('T', ' ')
const asked = ({ messages }: LoggedTurn): string => quote(messages.join(' '))

/** One difference in a few lines: where it was, where it would be, and by what evidence. */
export const differenceLines = ({ kind, conversationId, before, after, open }: Difference): readonly string[] => [
  `${kind}${open ? ', unless the model had ended it' : ''}  ${conversationId}`,
  ...(before
    ? [
        `  was   ${when(before.at)}  ${before.handoff?.team ?? '?'}  ${asked(before.turn)}`,
        ...before.turn.fired.slice(0, 1).map((fired) => `        ${evidenceOf(fired)}`),
      ]
    : []),
  ...(after
    ? [
        `  would ${when(after.at)}  ${after.handoff.team}  ${asked(after.turn)}`,
        `        ${evidenceOf(after.handoff.fired[0])}`,
      ]
    : []),
]
