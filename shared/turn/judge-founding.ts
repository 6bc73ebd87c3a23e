import type { Draft } from '../assistant/assistant.ts'
import { restsOnNothing } from '../assistant/sources.ts'
import type { CompanyTool, TriggerConfig } from '../config/config.ts'
import type { ToolRecord } from '../tool/tool-record.ts'
import { asksNothing } from '../triggers/asks-nothing.ts'
import { assistantUnavailable } from '../triggers/assistant-unavailable.ts'
import { isOn } from '../triggers/is-on.ts'
import { type Fired, failure, type Judged } from '../triggers/trigger.ts'

export interface Founding {
  readonly judged: Judged
  readonly triggers: TriggerConfig
  /** What a person gets it for unless a tool answers. */
  readonly lost: Fired | undefined
  /** The tools that may: the words ask for no others. @default none */
  readonly mayKnow?: readonly Pick<CompanyTool, 'name'>[]
  /** In this turn. */
  readonly lookedUp: readonly Pick<ToolRecord, 'tool' | 'result' | 'failure'>[]
}

const notFound: ReadonlySet<string> = new Set(['outside-knowledge', 'low-confidence'])

/**
 * What was noticed, and what the draft rests on: no model answers what no article and no tool answered, whatever it says
 * of itself.
 */
export const judgeFounding = (draft: Draft, founding: Founding, noticed: readonly Fired[]): readonly Fired[] => {
  const { lost, mayKnow = [], lookedUp } = founding
  const vouches = (tool: string) => !lost || mayKnow.some(({ name }) => name === tool)
  const isFounded = lookedUp.some(({ tool, result }) => result !== undefined && vouches(tool))
  if (isFounded || (!lost && draft.signals.answered)) return [...noticed, ...unnamed(draft, founding)]
  // A tool that failed says more than that nothing was found.
  if (lookedUp.some(({ failure: cause }) => cause !== undefined))
    return [assistantUnavailable('tool-failed'), ...noticed.filter(({ trigger }) => !notFound.has(trigger))]
  return lost ? [lost, ...noticed.filter(({ trigger }) => trigger !== lost.trigger)] : noticed
}

/** An answer that names nothing it rests on is the model's own; a greeting needs no ground. */
const unnamed = ({ signals, sources }: Draft, { judged, triggers }: Founding): readonly Fired[] =>
  signals.answered &&
  restsOnNothing(sources) &&
  isOn(judged, triggers['outside-knowledge']) &&
  !judged.messages.every(asksNothing)
    ? [
        failure(
          'outside-knowledge',
          { score: 0, threshold: 1, detail: 'no source named' },
          'the model answered and named no article and no record that its answer rests on',
        ),
      ]
    : []
