import { type Counts, countBy, groupedBy } from './counts.ts'
import { type Entry, type Span, within } from './entry.ts'

const sevenDaysMs = 7 * 86_400_000

export interface Repeats {
  /** Handed off again within one conversation. */
  readonly sameConversation: number
  /** The customer was back within seven days, in another conversation, on the same topic. */
  readonly sameTopic: number
  readonly sameTopicBy: Counts
}

/** Customers who came again; `entries` reach back seven days before the span. */
export const repeatsOf = (entries: readonly Entry[], span: Span): Repeats => {
  const sorted = entries.toSorted((a, b) => a.openedAt - b.openedAt || (a.id < b.id ? -1 : 1))
  const seen = new Set<string>()
  const last = new Map<string, readonly Entry[]>()
  const isNow = within(span)
  let sameConversation = 0
  const back: Entry[] = []
  for (const entry of sorted) {
    const { conversationId, customerId, topic, openedAt } = entry
    if (seen.has(conversationId) && isNow(entry)) sameConversation += 1
    seen.add(conversationId)
    if (customerId === undefined || topic === undefined) continue
    const key = JSON.stringify([customerId, topic])
    const recent = (last.get(key) ?? []).filter((one) => openedAt - one.openedAt <= sevenDaysMs)
    if (isNow(entry) && recent.some((one) => one.conversationId !== conversationId)) back.push(entry)
    last.set(key, [...recent, entry])
  }
  return { sameConversation, sameTopic: back.length, sameTopicBy: countBy(back, ({ topic }) => topic) }
}

export interface RuleTransfers {
  readonly rule: string
  readonly handoffs: number
  /** That an agent passed on to another team: the rule's was the wrong one. */
  readonly transferred: number
  /** Where they are now. */
  readonly to: Counts
}

export const transfersByRule = (entries: readonly Entry[]): readonly RuleTransfers[] =>
  groupedBy(entries, ({ rule }) => rule).map(([rule, own]) => {
    const transferred = own.filter(({ transfers }) => transfers > 0)
    return { rule, handoffs: own.length, transferred: transferred.length, to: countBy(transferred, ({ team }) => team) }
  })

export const outcomesByTrigger = (entries: readonly Entry[]): Readonly<Record<string, Counts>> =>
  Object.fromEntries(
    groupedBy(entries, ({ trigger }) => trigger).map(([trigger, own]) => [
      trigger,
      countBy(own, ({ outcome, endedAt }) => outcome ?? (endedAt === undefined ? 'open' : undefined)),
    ]),
  )
