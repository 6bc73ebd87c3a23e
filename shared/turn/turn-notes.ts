import type { Signals } from '../assistant/signals.ts'
import type { TriggerConfig } from '../config/config.ts'
import type { Passage } from '../knowledge/passage.ts'
import type { KeptSignals, TurnBasis } from '../thread/turn-basis.ts'
import { isInShadow } from '../triggers/in-shadow.ts'
import type { Fired } from '../triggers/trigger.ts'
import type { Grounds } from './judge-grounds.ts'

/** What a turn comes upon on its way to a decision, so that it can be decided again under another configuration. */
export interface TurnNotes {
  passages?: readonly Passage[]
  signals?: Signals
  failed?: string
  unsayable?: readonly Fired[]
  sourceless?: boolean
  tools?: Grounds['tools']
  readonly shadow: Fired[]
}

/** Those that act; what a trigger in shadow says is noted, once. */
export const acting =
  (triggers: TriggerConfig, { shadow }: TurnNotes) =>
  (fired: readonly Fired[]): readonly Fired[] =>
    fired.filter((one) => {
      if (!isInShadow(one, triggers)) return true
      if (!shadow.some(({ trigger }) => trigger === one.trigger)) shadow.push(one)
      return false
    })

/** The floors are held to the best, and routes go by its topic; the others are among what was tried. */
const keptPassages = 1
/** Down to three digits: what is under a floor of three digits stays under it, and what is not does not. */
const shortened = (share: number): number => Math.floor(share * 1_000 + 1e-9) / 1_000

export const keptPassage = ({ title, url, confidence, sureness, topic }: Passage) => ({
  title,
  url,
  confidence: shortened(confidence),
  ...(sureness !== undefined && sureness !== confidence && { sureness: shortened(sureness) }),
  ...(topic !== undefined && { topic }),
})

const keptSignals = (signals: Signals): KeptSignals => ({
  ...(signals.answered && { answered: true }),
  ...(signals.topic !== undefined && { topic: signals.topic }),
  ...(signals.wantsHuman && { wantsHuman: true }),
  ...(signals.frustration > 0 && { frustration: signals.frustration }),
  ...(signals.distress && { distress: true }),
  ...(signals.restatesEarlierQuestion && { restatesEarlierQuestion: true }),
  ...(signals.wish !== '' && { wish: signals.wish }),
  ...(signals.ownTopics.length > 0 && { ownTopics: signals.ownTopics }),
})

/** As it is kept; nothing is said of what did not happen. */
export const basisOf = ({ unsayable = [], shadow, ...notes }: TurnNotes): FoundBasis => ({
  ...(notes.passages && { passages: notes.passages.slice(0, keptPassages).map(keptPassage) }),
  ...(notes.signals && { signals: keptSignals(notes.signals) }),
  ...(notes.sourceless && { sourceless: true }),
  ...(notes.failed !== undefined && { failed: notes.failed }),
  ...(unsayable.length > 0 && { unsayable }),
  ...(notes.tools && { tools: notes.tools }),
  ...(shadow.length > 0 && { shadow }),
})

/** A turn's basis without what the turn's own facts say. */
export type FoundBasis = Omit<TurnBasis, 'configVersion' | 'language' | 'customer' | 'putOff'>
