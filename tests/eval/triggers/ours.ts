import { type JudgedEvidence, type Judging, judgeRow } from '#infra/triggers/judge-row.ts'
import type { TriggerConfig } from '#shared/config/config.ts'
import type { Gold } from './gold.ts'
import type { Outcome } from './measure.ts'

/** What some classifier makes of a row, for the row's own trigger. */
export type Judge = (gold: Gold) => Outcome

/** The engine with the shipped thresholds; its scores come from the same engine with none. */
export const ourJudge = (judging: Judging): Judge => {
  const loud: Judging = { ...judging, triggers: withoutThresholds(judging.triggers) }
  return ({ row, label, trigger }) => {
    const heard = judgeRow(row, loud).evidence.find((one) => one.trigger === trigger)
    return { holds: label, fired: judgeRow(row, judging).fired.includes(trigger), score: heard ? strength(heard) : 0 }
  }
}

const strength = ({ by, score }: JudgedEvidence): number => (CLAIM_AN_ANSWER.includes(by) ? 1 - score : score)

/** Their score is how sure the knowledge is to answer: they fire where it is low. */
const CLAIM_AN_ANSWER = ['outside-knowledge', 'low-confidence']

/** Nothing is too faint to fire, so that every trigger tells how strongly it was heard. */
const withoutThresholds = (triggers: TriggerConfig): TriggerConfig => {
  const open = { certain: 0, possible: 0 }
  return {
    ...triggers,
    'asked-for-human': { ...triggers['asked-for-human'], ...open },
    frustration: { ...triggers.frustration, ...open },
    'billing-dispute': { ...triggers['billing-dispute'], ...open },
    cancellation: { ...triggers.cancellation, ...open },
    distress: { ...triggers.distress, ...open },
    legal: { ...triggers.legal, ...open },
    'repeated-question': { ...triggers['repeated-question'], similarity: 0 },
    'outside-knowledge': { ...triggers['outside-knowledge'], enabled: false },
    'low-confidence': { ...triggers['low-confidence'], floor: 1 },
  }
}
