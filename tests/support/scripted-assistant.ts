import type { Assistant, Draft, DraftRequest } from '#shared/assistant/assistant.ts'
import { AssistantUnavailableError, type DraftFailure } from '#shared/assistant/errors.ts'
import type { Signals } from '#shared/assistant/signals.ts'
import type { Sources } from '#shared/assistant/sources.ts'
import { noUsage } from '#shared/assistant/usage.ts'
import { passageOf } from './fixed-knowledge.ts'

export const calmSignals: Signals = {
  answered: true,
  wantsHuman: false,
  frustration: 0,
  distress: false,
  restatesEarlierQuestion: false,
  wish: 'wants to know something',
  ownTopics: [],
}

/** Rests on the one passage that the tests' knowledge has, unless it is told otherwise. */
export const draftOf = (reply: string, signals: Partial<Signals> = {}, sources: Partial<Sources> = {}): Draft => ({
  reply,
  signals: { ...calmSignals, ...signals },
  sources: { passages: [passageOf()], records: [], ...sources },
  calls: 1,
  model: 'us.amazon.nova-2-lite-v1:0',
  usage: noUsage,
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
