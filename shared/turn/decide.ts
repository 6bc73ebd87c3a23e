import { callsPerDraft, type DraftRequest } from '../assistant/assistant.ts'
import { AssistantUnavailableError, type DraftFailure } from '../assistant/errors.ts'
import { restsOnNothing } from '../assistant/sources.ts'
import { noUsage } from '../assistant/usage.ts'
import type { BatonConfig, CompanyTool } from '../config/config.ts'
import { isKnowledgeUnavailable } from '../knowledge/errors.ts'
import type { Knowledge, Passage, Question } from '../knowledge/passage.ts'
import { customerTexts } from '../thread/transcript.ts'
import type { ToolBox } from '../tool/tool-box.ts'
import { asksNothing } from '../triggers/asks-nothing.ts'
import { assistantUnavailable, type UnavailableCause } from '../triggers/assistant-unavailable.ts'
import type { Ears } from '../triggers/ears.ts'
import { judgeMessage } from '../triggers/judge-message.ts'
import { judgeRetrieval } from '../triggers/judge-retrieval.ts'
import { bounded } from '../triggers/judged-part.ts'
import type { Fired, Judged } from '../triggers/trigger.ts'
import { countedDraft, type DraftPorts } from './counted-draft.ts'
import { type HandOff, handOff, onlyAttachments, unanswerable } from './hand-off.ts'
import { judgeDraft } from './judge-draft.ts'
import { judgeGrounds, toolsIn } from './judge-grounds.ts'
import { type LeavesLinePorts, leavesLine } from './leaves-line.ts'
import { type AllowancePorts, modelAllowance } from './model-allowance.ts'
import type { Decision, OpenTurn } from './turn.ts'
import { acting, basisOf, type TurnNotes } from './turn-notes.ts'
import { earlierRecords, type TurnToolPorts, toolBoxOf, toolsAskedFor } from './turn-tools.ts'

export interface DecidePorts extends AllowancePorts, DraftPorts, LeavesLinePorts, TurnToolPorts {
  readonly knowledge: Knowledge
  readonly ears: Ears
}

export type DecideConfig = Pick<BatonConfig, 'company' | 'triggers' | 'knowledge' | 'model' | 'tools'>

const judgedOf = ({ added, history, thread, language, customer }: OpenTurn): Judged => ({
  channel: thread.address.channel,
  messages: added.map(({ text }) => text),
  earlier: customerTexts(history, thread.assistantSince),
  language,
  customer: {
    ...(customer?.tier !== undefined && { tier: customer.tier }),
    ...(customer?.value !== undefined && { value: customer.value }),
  },
})

/**
 * What to do about the new messages. The triggers that need no model come first, so that no outage, no injection and no
 * budget can switch them off; the model is asked only when none of them fired, and what it notices can only add one.
 */
export const decide = async (ports: DecidePorts, config: DecideConfig, turn: OpenTurn): Promise<Decision> => {
  if (turn.thread.status !== 'assistant') return (await leavesLine(ports, turn)) ?? { kind: 'append' }
  const notes: TurnNotes = { shadow: [] }
  const decision = await decideNoting(ports, config, turn, notes)
  return decision.kind === 'answer' || decision.kind === 'hand-off' ? { ...decision, basis: basisOf(notes) } : decision
}

const decideNoting = async (
  ports: DecidePorts,
  config: DecideConfig,
  turn: OpenTurn,
  notes: TurnNotes,
): Promise<Decision> => {
  const judged = bounded(judgedOf(turn))
  const act = acting(config.triggers, notes)
  const { certain, possible } = judgeMessage(judged, config.triggers, ports.ears)
  const early = handOff(act(certain))
  if (early) return early

  if (ports.dayBudget && !(await ports.dayBudget.hasLeft(turn.now)))
    return failing(notes, 'day-budget-spent', act(possible))
  const box = toolBoxOf(ports, config, turn)
  const perDraft = callsPerDraft(box !== undefined)
  const allowance = await modelAllowance(ports, config.model, turn, perDraft)
  if (allowance.kind === 'refused' && act(possible).length === 0) return { kind: 'put-off' }
  if (allowance.kind !== 'granted') return failing(notes, 'budget-spent', act(possible))

  const text = judged.messages.join('\n')
  if (text.trim() === '') return unanswerable(onlyAttachments)
  const { language } = turn
  const found = await search(ports, { text, language, limit: config.knowledge.passages })
  // Greetings and thanks ask for no article.
  if (!found && !judged.messages.every(asksNothing)) return failing(notes, 'knowledge-failed', act(possible))
  const passages = found ?? []
  notes.passages = passages
  const [lost] = act(judgeRetrieval(judged, passages[0], config.triggers))
  const mayKnow = box && allowance.calls > 1 ? toolsAskedFor(box.offered(), judged.messages) : []
  if (lost && mayKnow.length === 0) return unanswerable(lost, passages, act(possible))
  const tools = allowance.calls > 1 ? box : undefined
  const mostCalls = allowance.calls
  return askModel(ports, config, { turn, judged, passages, possible, mostCalls, tools, lost, mayKnow, notes })
}

/** Undefined where nobody could search: the customer gets a person now, and not after the queue's third try. */
const search = async ({ knowledge }: DecidePorts, question: Question): Promise<readonly Passage[] | undefined> => {
  try {
    return await knowledge.retrieve(question)
  } catch (error) {
    if (isKnowledgeUnavailable(error)) return undefined
    throw error
  }
}

interface Asked {
  readonly turn: OpenTurn
  readonly judged: Judged
  readonly passages: readonly Passage[]
  readonly possible: readonly Fired[]
  readonly mostCalls: number
  readonly tools: ToolBox | undefined
  /** What a person gets it for unless a tool answers. */
  readonly lost: Fired | undefined
  /** The tools that may: the words ask for no others. */
  readonly mayKnow: readonly CompanyTool[]
  readonly notes: TurnNotes
}

const askModel = async (
  ports: DecidePorts,
  { company, triggers, model }: Pick<BatonConfig, 'company' | 'triggers' | 'model'>,
  asked: Asked,
): Promise<Decision> => {
  const { judged, passages, possible, mostCalls, tools, notes } = asked
  const act = acting(triggers, notes)
  const records = () => (tools && tools.records().length > 0 ? { records: tools.records() } : {})
  try {
    const draft = await countedDraft(ports, requestOf(asked, model.historyMessages), asked.turn.now)
    const unsayable = judgeDraft(draft.reply, {
      turn: asked.turn,
      passages,
      records: tools?.records() ?? [],
      sites: company.sites,
    })
    const grounds = {
      signals: draft.signals,
      sourceless: restsOnNothing(draft.sources),
      tools: toolsIn(tools?.records(), asked.mayKnow),
    }
    Object.assign(notes, grounds, { unsayable })
    const noticed = judgeGrounds({ ...grounds, judged, triggers, possible, lost: asked.lost })
    const handedOff = handOff([...act(noticed), ...unsayable], passages, draft.signals.wish)
    const { calls, usage, model: by } = draft
    if (handedOff) return { ...handedOff, ...records(), spent: { calls, usage, model: by } }
    return { kind: 'answer', draft, passages, ...records() }
  } catch (error) {
    if (!(error instanceof AssistantUnavailableError)) throw error
    const { reason, spent = { calls: mostCalls, usage: noUsage } } = error
    Object.assign(notes, { failed: reason, tools: toolsIn(tools?.records(), asked.mayKnow) })
    return { ...unanswerable(unavailable(reason, model), passages, act(possible)), ...records(), spent }
  }
}

const unavailable = (reason: DraftFailure, { guardrail }: BatonConfig['model']): Fired =>
  assistantUnavailable(
    reason,
    reason === 'guardrail' && guardrail ? `${guardrail.id}, version ${guardrail.version}` : undefined,
  )

const requestOf = ({ turn, passages, mostCalls, tools }: Asked, historyMessages: number): DraftRequest => {
  const { thread, language, added, shown } = turn
  const seen = new Set(shown.map(({ attachment }) => attachment))
  return {
    threadId: thread.threadId,
    language,
    history: historyMessages > 0 ? turn.history.slice(-historyMessages) : [],
    messages: added.map(({ text }) => text),
    attachments: added.flatMap((message) => message.attachments ?? []).filter((one) => !seen.has(one)),
    files: shown,
    passages,
    records: earlierRecords(turn),
    mostCalls,
    ...(tools && { tools }),
  }
}

const failing = (notes: TurnNotes, cause: UnavailableCause, possible: readonly Fired[]): HandOff => {
  notes.failed = cause
  return unanswerable(assistantUnavailable(cause), [], possible)
}

/** The messages failed twice: whatever broke the turn is not tried again. */
export const decideThirdTry = (turn: OpenTurn): Decision =>
  turn.thread.status === 'assistant'
    ? { ...unanswerable(assistantUnavailable('turn-failed')), basis: { failed: 'turn-failed' } }
    : { kind: 'append' }
