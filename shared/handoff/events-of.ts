import type { LineEntry } from '../line/line-entry.ts'
import type { Change } from './change.ts'
import type { Handoff } from './handoff.ts'
import type { HandoffEvent, HandoffEventType } from './handoff-event.ts'

type Changed = Change & { readonly kind: 'handoff-changed' }

/** What an event says of its handoff, whatever happened to it. */
export type EventSubject = Pick<
  Handoff,
  'conversationId' | 'threadId' | 'team' | 'kind' | 'trigger' | 'topic' | 'startedAt' | 'openedAt'
>

type Happened = Pick<HandoffEvent, 'type' | 'from' | 'rule' | 'by' | 'outcome'>

/** What a transaction that goes through will have done to handoffs. */
export const eventsOf = (changes: readonly Change[], now: number): readonly HandoffEvent[] =>
  changes.flatMap((change) => {
    if (change.kind === 'handoff-opened') return [opened(change.handoff, now)]
    if (change.kind !== 'handoff-changed') return []
    const happened = happenedIn(change)
    const subject = happened && subjectOf(change, changes)
    if (!happened || !subject) return []
    // Whoever had it last is the team of an ending; in a line it is the line's.
    const epoch = change.patch.set.epoch ?? change.patch.set.teamSince ?? now
    return [eventOf(change.handoffId, subject, happened, epoch, now)]
  })

const opened = (handoff: Handoff, now: number): HandoffEvent =>
  eventOf(handoff.id, handoff, { type: 'handoff.opened', rule: handoff.rule }, handoff.epoch, now)

const happenedIn = ({ patch: { set, add = {} }, about }: Changed): Happened | undefined => {
  const from = about === undefined ? {} : { from: about.team }
  const rule = set.escalations?.at(-1)?.rule
  if (add.claims) return { type: 'handoff.claimed' }
  if (add.overflows) return { type: 'handoff.escalated', ...from, ...(rule !== undefined && { rule }) }
  if (add.transfers) return { type: 'handoff.transferred', ...from }
  if (add.releases) return { type: 'handoff.released', by: 'release' }
  if (add.declines) return { type: 'handoff.released', by: 'decline' }
  if (add.expiries) return { type: 'handoff.released', by: 'expiry' }
  if (set.status === 'returned') return { type: 'handoff.returned' }
  if (set.status === 'closed')
    return { type: 'handoff.resolved', ...(set.outcome !== undefined && { outcome: set.outcome }) }
  return undefined
}

/** A handoff that goes into a line or under a lease takes everything along; one that ends is named by the change itself. */
const subjectOf = ({ handoffId, about }: Changed, changes: readonly Change[]): EventSubject | undefined => {
  for (const change of changes) {
    if (change.kind === 'line-entered' && change.entry.handoffId === handoffId) return ofEntry(change.entry)
    if (change.kind === 'lease-started' && change.lease.handoffId === handoffId) return ofEntry(change.lease)
  }
  return about
}

const ofEntry = ({ handedOffAt, ...entry }: LineEntry): EventSubject => ({ ...entry, openedAt: handedOffAt })

const eventOf = (
  handoffId: string,
  { conversationId, threadId, team, kind, trigger, topic, startedAt, openedAt }: EventSubject,
  happened: Happened & { readonly type: HandoffEventType },
  nth: number,
  now: number,
): HandoffEvent => ({
  version: 1,
  id: `${handoffId}#${happened.type.slice('handoff.'.length)}#${nth}`,
  at: timeOf(now),
  ...{ handoffId, conversationId, threadId, team, kind, trigger },
  ...(topic !== undefined && { topic }),
  startedAt: timeOf(startedAt),
  handedOffAt: timeOf(openedAt),
  ...happened,
})

const timeOf = (ms: number): string => new Date(ms).toISOString()
