/** What a conversation is about, as the one who planted it knows; no record ever says it. */
export interface Matter {
  /** As the questions are headed. */
  readonly id: string
  readonly kind: 'covered' | 'content-gap' | 'missing-integration' | 'person' | 'topic' | 'noise'
  /** Of a covered matter how often it is asked beside the others; of any other its share of all conversations. */
  readonly weight: number
  /** What a model would call it: as coarse as the articles' own topics. */
  readonly topic: string
  /** First week of the quarter in which it is asked, counted from 0. */
  readonly fromWeek?: number
  /** From this week on an article answers it. */
  readonly closedFromWeek?: number
}

const covered = (topic: string, weights: Readonly<Record<string, number>>): readonly Matter[] =>
  Object.entries(weights).map(([id, weight]) => ({ id, kind: 'covered', weight, topic }))

/** Busy and well answered: a decoy for whoever counts questions instead of failures. */
export const busiest = 'delivery-time'

/** A gap that an article closes, and the one that opens in the same week. */
export const changeWeek = 9

export const matters: readonly Matter[] = [
  ...covered('delivery', { [busiest]: 16, 'delivery-cost': 8, 'delivery-abroad': 2 }),
  ...covered('returns', { 'return-how': 6, 'return-deadline': 3, 'refund-when': 1.3 }),
  ...covered('payment', { 'payment-methods': 6, 'pay-later': 2 }),
  ...covered('warranty', { 'warranty-length': 3, 'spare-parts': 3 }),
  ...covered('account', { password: 3, account: 1.5 }),
  ...covered('lamps', { bulbs: 2.5, dimming: 2, smart: 2, outdoor: 2 }),
  ...covered('assembly', { assembly: 3 }),
  ...covered('care', { 'wood-care': 2, cleaning: 1.5 }),
  ...covered('gifts', { 'gift-cards': 2 }),
  ...covered('discounts', { codes: 2, newsletter: 1 }),
  ...covered('orders', { samples: 1.2, stock: 2 }),
  ...covered('company', { showrooms: 1.5, 'wood-origin': 0.8 }),
  ...covered('business', { business: 0.7 }),
  { id: 'standing-desk', kind: 'content-gap', weight: 0.013, topic: 'furniture', fromWeek: 3 },
  { id: 'club-points', kind: 'content-gap', weight: 0.015, topic: 'club', closedFromWeek: changeWeek },
  { id: 'engraving', kind: 'content-gap', weight: 0.01, topic: 'gifts' },
  { id: 'event-hire', kind: 'content-gap', weight: 0.007, topic: 'business' },
  { id: 'mattress', kind: 'content-gap', weight: 0.012, topic: 'furniture', fromWeek: changeWeek },
  { id: 'parcel-where', kind: 'missing-integration', weight: 0.022, topic: 'delivery' },
  { id: 'invoice-copy', kind: 'missing-integration', weight: 0.011, topic: 'payment' },
  { id: 'repair-status', kind: 'missing-integration', weight: 0.008, topic: 'warranty' },
  { id: 'ask-human', kind: 'person', weight: 0.022, topic: 'other' },
  { id: 'billing-dispute', kind: 'topic', weight: 0.014, topic: 'payment' },
  { id: 'cancellation', kind: 'topic', weight: 0.011, topic: 'account' },
  { id: 'legal', kind: 'topic', weight: 0.0025, topic: 'other' },
  { id: 'distress', kind: 'topic', weight: 0.0006, topic: 'other' },
  { id: 'safety', kind: 'topic', weight: 0.0025, topic: 'lamps' },
  { id: 'frustration', kind: 'person', weight: 0.006, topic: 'other' },
  { id: 'spam', kind: 'noise', weight: 0.005, topic: 'other' },
  { id: 'one-off', kind: 'noise', weight: 0.005, topic: 'other' },
]

/** The topic of the company's own whose phrases fit plain questions too, and the matter that it keeps from its article. */
export const eagerTrigger = { trigger: 'refund-request', matter: 'refund-when' } as const

export const isAsked = ({ fromWeek = 0 }: Matter, week: number): boolean => week >= fromWeek

/** Whether something written answers it in that week. */
export const isAnswerable = ({ kind, closedFromWeek }: Matter, week: number): boolean =>
  kind === 'covered' || (closedFromWeek !== undefined && week >= closedFromWeek)

const byId = new Map(matters.map((matter) => [matter.id, matter]))

export const matterOf = (id: string): Matter => {
  const matter = byId.get(id)
  if (!matter) throw new RangeError(`there is no matter "${id}"`)
  return matter
}
