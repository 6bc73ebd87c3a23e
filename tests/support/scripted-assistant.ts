import type { Assistant, Draft, DraftRequest } from '#shared/assistant/assistant.ts'
import { AssistantUnavailableError, type DraftFailure } from '#shared/assistant/errors.ts'
import type { Signals } from '#shared/assistant/signals.ts'

export const calmSignals: Signals = {
  answered: true,
  wantsHuman: false,
  frustration: 0,
  distress: false,
  restatesEarlierQuestion: false,
  wish: 'wants to know something',
  ownTopics: [],
}

export const draftOf = (reply: string, signals: Partial<Signals> = {}): Draft => ({
  reply,
  signals: { ...calmSignals, ...signals },
  calls: 1,
})

export interface ScriptedAssistant extends Assistant {
  /** What it was asked, in order. */
  readonly asked: DraftRequest[]
  /** From now on it does this. */
  answer(draft: Draft | ((request: DraftRequest) => Draft | Promise<Draft>)): void
  fail(reason: DraftFailure): void
}

/** Says what the test tells it to say. */
export const scriptedAssistant = (): ScriptedAssistant => {
  let next: (request: DraftRequest) => Draft | Promise<Draft> = () => draftOf('Here is how that works.')
  const assistant: ScriptedAssistant = {
    asked: [],
    answer: (draft) => {
      next = typeof draft === 'function' ? draft : () => draft
    },
    fail: (reason) => {
      next = () => {
        throw new AssistantUnavailableError(reason)
      }
    },
    draft: async (request) => {
      assistant.asked.push(request)
      return next(request)
    },
  }
  return assistant
}
