import type { Assistant } from '../assistant/assistant.ts'
import { AssistantUnavailableError } from '../assistant/errors.ts'
import type { BatonConfig } from '../config/config.ts'
import type { Knowledge, Passage } from '../knowledge/passage.ts'
import { customerTexts } from '../thread/transcript.ts'
import { assistantUnavailable } from '../triggers/assistant-unavailable.ts'
import { judgeMessage } from '../triggers/judge-message.ts'
import { judgeRetrieval } from '../triggers/judge-retrieval.ts'
import { judgeSignals } from '../triggers/judge-signals.ts'
import { bounded } from '../triggers/judged-part.ts'
import { principal } from '../triggers/principal.ts'
import { type Fired, failure, type Judged } from '../triggers/trigger.ts'
import type { Decision, OpenTurn } from './turn.ts'

export interface DecidePorts {
  readonly knowledge: Knowledge
  readonly assistant: Assistant
}

/** The principal trigger first: it names the handoff. */
const handOff = (fired: readonly Fired[], passages: readonly Passage[] = [], wish?: string): Decision | undefined => {
  const first = principal(fired)
  if (!first) return undefined
  const rest = fired.filter((one) => one !== first)
  return { kind: 'hand-off', fired: [first, ...rest], passages, ...(wish !== undefined && { wish }) }
}

const judgedOf = ({ added, history, thread, language, customer }: OpenTurn): Judged => ({
  messages: added.map(({ text }) => text),
  earlier: customerTexts(history, thread.assistantSince),
  language,
  customer: {
    ...(customer?.tier !== undefined && { tier: customer.tier }),
    ...(customer?.value !== undefined && { value: customer.value }),
  },
})

/**
 * What to do about the new messages. The triggers that need no model come first, so that no outage and no injection
 * can switch them off; the model is asked only when none of them fired, and what it notices can only add one.
 */
export const decide = async (
  { knowledge, assistant }: DecidePorts,
  config: Pick<BatonConfig, 'triggers' | 'knowledge' | 'model'>,
  turn: OpenTurn,
): Promise<Decision> => {
  if (turn.thread.status !== 'assistant') return { kind: 'append' }
  const judged = bounded(judgedOf(turn))
  const early = handOff(judgeMessage(judged, config.triggers))
  if (early) return early

  const text = judged.messages.join('\n')
  if (text.trim() === '') return unanswerable(onlyAttachments)
  const { language } = turn
  const passages = await knowledge.retrieve({ text, language, limit: config.knowledge.passages })
  const unknown = handOff(judgeRetrieval(judged, passages[0]?.confidence, config.triggers), passages)
  if (unknown) return unknown

  try {
    const { historyMessages } = config.model
    const history = historyMessages > 0 ? turn.history.slice(-historyMessages) : []
    const { threadId } = turn.thread
    const draft = await assistant.draft({
      threadId,
      language,
      history,
      messages: turn.added.map(({ text }) => text),
      passages,
    })
    const noticed = handOff(judgeSignals(draft.signals, judged, config.triggers), passages, draft.signals.wish)
    return noticed ?? { kind: 'answer', draft, passages }
  } catch (error) {
    if (!(error instanceof AssistantUnavailableError)) throw error
    return unanswerable(assistantUnavailable(error.reason), passages)
  }
}

const unanswerable = (fired: Fired, passages: readonly Passage[] = []): Decision => ({
  kind: 'hand-off',
  fired: [fired],
  passages,
})

/** The knowledge is searched by words, so a picture alone is a person's to look at. */
const onlyAttachments = failure('outside-knowledge', { score: 0, threshold: 0 }, 'sent attachments without a word')

/** The messages failed twice: whatever broke the turn is not tried again. */
export const decideThirdTry = (turn: OpenTurn): Decision =>
  turn.thread.status === 'assistant' ? unanswerable(assistantUnavailable('turn-failed')) : { kind: 'append' }
