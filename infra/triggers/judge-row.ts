import type { TriggerConfig } from '#shared/config/config.ts'
import type { Ears } from '#shared/triggers/ears.ts'
import { judgeMessage } from '#shared/triggers/judge-message.ts'
import { judgeRetrieval } from '#shared/triggers/judge-retrieval.ts'
import { bounded } from '#shared/triggers/judged-part.ts'
import type { Closest } from '#shared/triggers/outside-knowledge.ts'
import type { Fired, Judged } from '#shared/triggers/trigger.ts'
import { namesOf } from './names.ts'
import type { Row } from './row.ts'

/** What of the connected knowledge comes closest to answering a text, and how sure that is; undefined where nothing does at all. */
export type Confidence = (text: string) => Closest | undefined

export interface Judging {
  readonly triggers: TriggerConfig
  /** The configuration's version, kept with each decision. */
  readonly version: string
  readonly ears: Ears
  /** The knowledge that a row names. @throws {RowError} for one that is not there */
  readonly knowledge: (scope: string) => Confidence
}

/** Why a name is among those that fired. */
export interface JudgedEvidence {
  readonly trigger: string
  /** The trigger's id in the configuration. */
  readonly by: string
  readonly kind: Fired['kind']
  readonly matched?: string
  readonly score: number
  readonly threshold: number
  readonly detail?: string
  readonly configVersion: string
  readonly reason: string
}

export interface JudgedRow {
  readonly id: string
  readonly fired: readonly string[]
  readonly evidence: readonly JudgedEvidence[]
}

/** Judges every trigger on a row, also when an early one fires: a turn would stop at the first. */
export const judgeRow = (row: Row, judging: Judging): JudgedRow => {
  const evidence = firedOn(row, judging).flatMap((fired) => told(fired, judging.version))
  return { id: row.id, fired: evidence.map(({ trigger }) => trigger), evidence }
}

const firedOn = (row: Row, { triggers, ears, knowledge }: Judging): readonly Fired[] => {
  const judged = judgedOf(row)
  const { certain, possible } = judgeMessage(judged, triggers, ears)
  return [
    ...certain,
    ...possible.filter(({ trigger }) => FIRES_WHEN_POSSIBLE.includes(trigger)),
    ...(row.scope === undefined
      ? []
      : judgeRetrieval(judged, knowledge(row.scope)(judged.messages.join('\n')), triggers)),
  ]
}

// Without a model nobody decides what is possible: a missed wish for a person is worse than an early handoff.
const FIRES_WHEN_POSSIBLE: readonly string[] = ['asked-for-human']

const judgedOf = ({ turns, customer, language }: Row): Judged =>
  bounded({
    messages: turns.slice(-1),
    earlier: turns.slice(0, -1),
    ...(customer && { customer }),
    ...(language !== undefined && { language }),
  })

const told = ({ trigger, kind, evidence, reason }: Fired, configVersion: string): readonly JudgedEvidence[] =>
  namesOf(trigger).map((name) => ({ trigger: name, by: trigger, kind, ...evidence, configVersion, reason }))
