import type { TriggerConfig } from '#shared/config/config.ts'
import type { Ears } from '#shared/triggers/ears.ts'
import { judgeMessage } from '#shared/triggers/judge-message.ts'
import { judgeRetrieval } from '#shared/triggers/judge-retrieval.ts'
import { bounded } from '#shared/triggers/judged-part.ts'
import { repeatedQuestion } from '#shared/triggers/repeated-question.ts'
import type { Fired, Judged } from '#shared/triggers/trigger.ts'
import { namesOf } from './names.ts'
import type { Row } from './row.ts'

/** How sure the connected knowledge is to answer a text; undefined where it found nothing at all. */
export type Confidence = (text: string) => number | undefined

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
  const turns = turnsOf(row)
  const judged = turns[0]
  const { certain, possible } = judgeMessage(judged, triggers, ears)
  return [
    ...certain.filter(({ trigger }) => trigger !== 'repeated-question'),
    ...possible.filter(({ trigger }) => FIRES_WHEN_POSSIBLE.includes(trigger)),
    ...firstFound(turns, (turn) => repeatedQuestion(turn, triggers)),
    ...(row.scope === undefined
      ? []
      : judgeRetrieval(judged, knowledge(row.scope)(judged.messages.join('\n')), triggers)),
  ]
}

// Without a model nobody decides what is possible: a missed wish for a person is worse than an early handoff.
const FIRES_WHEN_POSSIBLE: readonly string[] = ['asked-for-human']

/** The conversation as each of its messages met it, the newest first: a question asked again fires when it is asked. */
const turnsOf = ({ turns, customer, language }: Row): readonly [Judged, ...Judged[]] => {
  const meeting = (at: number): Judged =>
    bounded({
      messages: turns.slice(at, at + 1),
      earlier: turns.slice(0, at),
      ...(customer && { customer }),
      ...(language !== undefined && { language }),
    })
  const last = turns.length - 1
  return [meeting(last), ...turns.slice(0, last).map((_, at) => meeting(last - 1 - at))]
}

const firstFound = (turns: readonly Judged[], find: (turn: Judged) => Fired | undefined): readonly Fired[] => {
  for (const turn of turns) {
    const found = find(turn)
    if (found !== undefined) return [found]
  }
  return []
}

const told = ({ trigger, kind, evidence, reason }: Fired, configVersion: string): readonly JudgedEvidence[] =>
  namesOf(trigger).map((name) => ({ trigger: name, by: trigger, kind, ...evidence, configVersion, reason }))
