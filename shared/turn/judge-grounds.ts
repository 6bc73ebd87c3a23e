import type { Signals } from '../assistant/signals.ts'
import type { CompanyTool, TriggerConfig } from '../config/config.ts'
import type { ToolRecord, ToolsOutcome } from '../tool/tool-record.ts'
import { asksNothing } from '../triggers/asks-nothing.ts'
import { assistantUnavailable } from '../triggers/assistant-unavailable.ts'
import { isOn } from '../triggers/is-on.ts'
import { judgeSignals } from '../triggers/judge-signals.ts'
import { type Fired, failure, type Judged } from '../triggers/trigger.ts'

/** A draft as it is judged: what the model said of the question, and what its answer rests on. */
export interface Grounds {
  readonly signals: Signals
  /** It names no article and no record. */
  readonly sourceless: boolean
  readonly tools: ToolsOutcome | undefined
  readonly judged: Judged
  readonly triggers: TriggerConfig
  /** What the words left open. */
  readonly possible: readonly Fired[]
  /** What a person gets it for unless a tool answers. */
  readonly lost: Fired | undefined
}

/** `asked`: the tools that the words ask for; only these bear an answer out where no article does. */
export const toolsIn = (
  records: readonly Pick<ToolRecord, 'tool' | 'result' | 'failure'>[] = [],
  asked: readonly Pick<CompanyTool, 'name'>[] = [],
): ToolsOutcome | undefined => {
  const answered = records.filter(({ result }) => result !== undefined)
  if (answered.some(({ tool }) => asked.some(({ name }) => name === tool))) return 'answered'
  if (records.some(({ failure: cause }) => cause !== undefined)) return 'failed'
  return answered.length > 0 ? 'beside' : undefined
}

const notFound: ReadonlySet<string> = new Set(['outside-knowledge', 'low-confidence'])

/**
 * What was noticed, and what the draft rests on: no model answers what no article and no tool answered, whatever it says
 * of itself.
 */
export const judgeGrounds = (grounds: Grounds): readonly Fired[] => {
  const { signals, tools, judged, triggers, possible, lost } = grounds
  const noticed = judgeSignals(signals, judged, triggers, possible)
  const isFounded = tools === 'answered' || (!lost && (tools === 'beside' || signals.answered))
  if (isFounded) return [...noticed, ...unnamed(grounds)]
  // A tool that failed says more than that nothing was found.
  if (tools === 'failed')
    return [assistantUnavailable('tool-failed'), ...noticed.filter(({ trigger }) => !notFound.has(trigger))]
  return lost ? [lost, ...noticed.filter(({ trigger }) => trigger !== lost.trigger)] : noticed
}

/** An answer that names nothing it rests on is the model's own; a greeting needs no ground. */
const unnamed = ({ signals, sourceless, judged, triggers }: Grounds): readonly Fired[] =>
  signals.answered && sourceless && isOn(judged, triggers['outside-knowledge']) && !judged.messages.every(asksNothing)
    ? [
        failure(
          'outside-knowledge',
          { score: 0, threshold: 1, detail: 'no source named' },
          'the model answered and named no article and no record that its answer rests on',
        ),
      ]
    : []
