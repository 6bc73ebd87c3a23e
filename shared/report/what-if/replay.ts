import type { BatonConfig } from '../../config/config.ts'
import type { Knowledge } from '../../knowledge/passage.ts'
import { route } from '../../routing/route.ts'
import { findingsOf } from '../../routing/ruled-by.ts'
import { assistantUnavailable, isUnavailableCause } from '../../triggers/assistant-unavailable.ts'
import type { Ears } from '../../triggers/ears.ts'
import { judgeMessage } from '../../triggers/judge-message.ts'
import { judgeRetrieval } from '../../triggers/judge-retrieval.ts'
import { bounded } from '../../triggers/judged-part.ts'
import type { Fired, Judged } from '../../triggers/trigger.ts'
import { handOff, onlyAttachments, unanswerable } from '../../turn/hand-off.ts'
import { judgeGrounds } from '../../turn/judge-grounds.ts'
import { acting, type TurnNotes } from '../../turn/turn-notes.ts'
import { toolsAskedFor } from '../../turn/turn-tools.ts'
import type { LoggedPassage, LoggedTurn } from '../logged-turn.ts'
import type { Replayed } from './replayed.ts'

export type ReplayConfig = Pick<BatonConfig, 'triggers' | 'tools' | 'knowledge' | 'routing' | 'teams' | 'defaultTeam'>

export interface ReplayWorld {
  readonly config: ReplayConfig
  readonly ears: Ears
  /** Asked where a turn was decided before anything was looked up. @default that stays unknown */
  readonly knowledge?: Knowledge
}

export interface Replay {
  readonly now: Replayed
  /** What fired of triggers that do not act in this configuration. */
  readonly shadow: readonly Fired[]
}

/** What fired, or why nothing is known. */
type Found = readonly Fired[] | Exclude<Replayed, { kind: 'handed-off' }>

const judgedOf = ({ messages, earlier, language, channel, customer = {} }: LoggedTurn): Judged => {
  const { tier, value } = customer
  return bounded({
    channel,
    messages,
    earlier,
    language,
    customer: { ...(tier !== undefined && { tier }), ...(value !== undefined && { value }) },
  })
}

/** Before any model is asked, a turn may have come to an end that no configuration changes. */
const beforeTheModel: ReadonlySet<string> = new Set(['budget-spent', 'day-budget-spent', 'knowledge-failed'])

const unavailable = (cause: string): Fired => assistantUnavailable(isUnavailableCause(cause) ? cause : 'failed')

/**
 * A logged turn, decided again under another configuration: the same words, passages and signals of the model, judged by
 * the functions that judge a turn. What was never looked up is looked up where there is a knowledge, and what no model was
 * asked stays unknown.
 */
export const replayTurn = async (turn: LoggedTurn, world: ReplayWorld): Promise<Replay> => {
  const notes: TurnNotes = { shadow: [] }
  const passages = { found: turn.passages }
  const found = await decideAgain(turn, world, notes, passages)
  return { now: 'kind' in found ? found : routed(turn, world, found, passages.found), shadow: notes.shadow }
}

const decideAgain = async (
  turn: LoggedTurn,
  { config, ears, knowledge }: ReplayWorld,
  notes: TurnNotes,
  looked: { found: readonly LoggedPassage[] | undefined },
): Promise<Found> => {
  const failed = turn.model && 'failed' in turn.model ? turn.model.failed : undefined
  if (failed === 'turn-failed') return [unavailable(failed)]
  const judged = judgedOf(turn)
  const act = acting(config.triggers, notes)
  const { certain, possible } = judgeMessage(judged, config.triggers, ears)
  const early = act(certain)
  if (early.length > 0) return early

  if (turn.did === 'put-off' && act(possible).length === 0) return { kind: 'put-off' }
  if (turn.did === 'put-off') return unanswerable(unavailable('budget-spent'), [], act(possible)).fired
  if (failed !== undefined && beforeTheModel.has(failed))
    return unanswerable(unavailable(failed), [], act(possible)).fired
  const text = judged.messages.join('\n')
  if (text.trim() === '') return [onlyAttachments]

  const { language } = turn
  looked.found ??= await knowledge?.retrieve({ text, language, limit: config.knowledge.passages })
  if (!looked.found) return { kind: 'unknown', wants: 'passages' }
  const [lost] = act(judgeRetrieval(judged, looked.found[0], config.triggers))
  const mayKnow = turn.tools !== undefined || toolsAskedFor(config.tools, judged.messages).length > 0
  if (lost && !mayKnow) return unanswerable(lost, [], act(possible)).fired
  if (!turn.model) return { kind: 'unknown', wants: 'model' }
  if (failed !== undefined) return unanswerable(unavailable(failed), [], act(possible)).fired
  if (!('signals' in turn.model)) return { kind: 'unknown', wants: 'model' }
  const { signals, sourceless = false } = turn.model
  const noticed = judgeGrounds({
    signals,
    sourceless,
    tools: turn.tools,
    judged,
    triggers: config.triggers,
    possible,
    lost,
  })
  return [...act(noticed), ...(turn.unsayable ?? [])]
}

const routed = (
  { channel, language, customer = {}, at }: LoggedTurn,
  { config }: ReplayWorld,
  found: readonly Fired[],
  passages: readonly LoggedPassage[] = [],
): Replayed => {
  const decision = handOff(found)
  if (!decision) return { kind: 'answered' }
  const { fired } = decision
  const facts = { fired: findingsOf(fired, passages[0]?.topic), channel, language, ...customer }
  const { team, rule } = route(facts, config, new Date(at))
  return { kind: 'handed-off', fired, team, rule }
}
