import type { Case } from './case.ts'
import { isAboutOwnThings } from './own-things.ts'

export type Verdict = 'content-gap' | 'missing-integration' | 'covered' | 'unclear' | 'spam'

/** What a verdict stands on, in shares of the cluster's handoffs from 0 to 1. */
export interface Evidence {
  /** About the customer's own things: an order, an invoice, an account. */
  readonly ownThings: number
  readonly toolsFailed: number
  /** Of those for which articles were looked up: nothing near, near but under the floor, or not answered by them. */
  readonly unanswered: number
  readonly lookedUp: number
  /** Closed as spam by whoever took them. */
  readonly spam: number
  /** Of all times that it was asked, how often it ended with a person; absent where answered turns are not logged. */
  readonly failedOfAsked?: number
}

const unansweredTriggers = new Set(['outside-knowledge', 'low-confidence'])
/** Asked and answered so often that its failures are not the knowledge's. */
const mostlyAnswered = 0.2
const half = 0.5
const failedTools = 0.3

const wasLookedUp = ({ articles, trigger }: Case): boolean => articles.length > 0 || unansweredTriggers.has(trigger)

const wentUnanswered = ({ articles: [nearest], floor, trigger }: Case, usualFloor: number): boolean =>
  unansweredTriggers.has(trigger) ||
  nearest === undefined ||
  (nearest.sureness ?? nearest.confidence) < (floor ?? usualFloor)

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole)

export const evidenceOf = (cases: readonly Case[], usualFloor: number, failedOfAsked?: number): Evidence => {
  const looked = cases.filter(wasLookedUp)
  return {
    ownThings: share(cases.filter(({ asked }) => isAboutOwnThings(asked)).length, cases.length),
    toolsFailed: share(cases.filter(({ toolFailed }) => toolFailed).length, cases.length),
    unanswered: share(looked.filter((one) => wentUnanswered(one, usualFloor)).length, looked.length),
    lookedUp: share(looked.length, cases.length),
    spam: share(cases.filter(({ spam }) => spam === true).length, cases.length),
    ...(failedOfAsked !== undefined && { failedOfAsked }),
  }
}

export const verdictOf = ({ ownThings, toolsFailed, unanswered, lookedUp, spam, failedOfAsked }: Evidence): Verdict => {
  if (spam >= half) return 'spam'
  if (failedOfAsked !== undefined && failedOfAsked < mostlyAnswered) return 'covered'
  if (ownThings >= half || toolsFailed >= failedTools) return 'missing-integration'
  if (lookedUp < half) return 'unclear'
  return unanswered >= half ? 'content-gap' : 'covered'
}

export const isCause = (verdict: Verdict): boolean => verdict === 'content-gap' || verdict === 'missing-integration'
