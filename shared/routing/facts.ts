import type { TriggerKind } from '../triggers/trigger.ts'

/** One thing that fired, as far as rules look at it. */
export interface Finding {
  readonly trigger: string
  readonly kind: TriggerKind
  /** Of a topic its own id; of a failure what the best passage is about, where one was found. */
  readonly topic?: string
}

/** What a handoff is routed by. */
export interface RoutingFacts {
  /** All that fired: a rule over trigger, kind and topic holds when one of them meets all three. */
  readonly fired: readonly Finding[]
  readonly channel: string
  readonly language?: string
  readonly tier?: string
  readonly value?: number
  /** What the company says of the customer beyond these, by its own names. */
  readonly attributes?: Readonly<Record<string, string>>
}
