export type TriggerKind = 'failure' | 'topic'

/** Why a trigger fired, kept with the handoff so that a threshold can be questioned later. */
export interface Evidence {
  /** In the customer's own words. */
  readonly matched?: string
  readonly score: number
  readonly threshold: number
  readonly detail?: string
}

export interface Fired {
  readonly trigger: string
  readonly kind: TriggerKind
  /** Set on topic triggers: the trigger's own id, built in or the company's. */
  readonly topic?: string
  readonly evidence: Evidence
  /** One line an agent understands at a glance. */
  readonly reason: string
}

/** What the words came to: `certain` hands off at once, `possible` is for the model to decide. */
export interface Verdict {
  readonly certainty: 'certain' | 'possible'
  readonly fired: Fired
}

/** What the triggers look at: the customer's side of the conversation and who the customer is. */
export interface Judged {
  /** The new burst, oldest first. */
  readonly messages: readonly string[]
  /** The customer's earlier messages of this conversation that the assistant dealt with, oldest first. */
  readonly earlier: readonly string[]
  readonly language?: string
  /** As the configuration names it. */
  readonly channel?: string
  readonly customer?: { readonly tier?: string; readonly value?: number }
}

export const failure = (trigger: string, evidence: Evidence, reason: string): Fired => ({
  trigger,
  kind: 'failure',
  evidence,
  reason,
})

export const topic = (trigger: string, evidence: Evidence, reason: string): Fired => ({
  trigger,
  kind: 'topic',
  topic: trigger,
  evidence,
  reason,
})

const QUOTE_LENGTH = 80

// What turns the direction of the writing would turn the rest of the agent's line with it.
const TURNS_OR_CONTROLS = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu
const HALF_A_PAIR = /[\ud800-\udbff]$/

/** The matched words as a reason quotes them: one line, of a bearable length, that leaves the words around it as they are. */
export const quote = (matched: string): string => {
  const line = matched.replace(/\s+/g, ' ').replace(TURNS_OR_CONTROLS, '').trim()
  if (line.length <= QUOTE_LENGTH) return `"${line}"`
  return `"${line.slice(0, QUOTE_LENGTH - 1).replace(HALF_A_PAIR, '')}…"`
}
