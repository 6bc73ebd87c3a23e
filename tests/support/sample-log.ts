import type { Handoff } from '#shared/handoff/handoff.ts'
import type { LoggedTurn } from '#shared/report/logged-turn.ts'
import { seededRandom } from '#shared/words/training/random.ts'
import { readAsked } from '#tests/eval/clusters/measure.ts'
import { waitingConversation } from '#tests/support/waiting-conversation.ts'

export interface SampleLog {
  readonly handoffs: readonly Handoff[]
  readonly turns: readonly LoggedTurn[]
}

export interface SampleSize {
  readonly from: number
  readonly weeks: number
  readonly perDay: number
  /** Tuesdays from 10 to 12 in UTC, customers of Billing wait so much longer. @default 1 */
  readonly hole?: number
}

const minute = 60_000
const day = 86_400_000
const articleOf: Readonly<Record<string, readonly [string, number, string]>> = {
  engraving: ['Caring for wood', 0.21, 'care'],
  'trade-in': ['Sustainability', 0.3, 'company'],
  'where-parcel': ['Track your parcel', 0.55, 'delivery'],
  'my-invoice': ['Invoices', 0.58, 'payment'],
  'company-name-invoice': ['Business customers', 0.9, 'business'],
  'return-days': ['Return an item', 0.92, 'returns'],
  'dimmer-hum': ['Dimming and flicker', 0.88, 'lamps'],
}
const answeredWell = new Set(['return-days', 'company-name-invoice', 'dimmer-hum'])

/** Conversations of a small company, the same for the same seed: what is asked comes from the authored questions. */
export const sampleLog = (seed: number, { from, weeks, perDay, hole = 1 }: SampleSize): SampleLog => {
  const random = seededRandom(seed)
  const asked = readAsked()
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T
  const long = (mean: number): number => Math.round(-Math.log(1 - random()) * mean)
  const handoffs: Handoff[] = []
  const turns: LoggedTurn[] = []
  for (let n = 0; n < weeks * 7 * perDay; n++) {
    const one = pick(asked)
    const startedAt = from + Math.floor(n / perDay) * day + (8 + random() * 10) * 60 * minute
    const at = Math.round(startedAt + long(3 * minute))
    const [title, confidence, topic] = articleOf[one.matter] ?? ['Showrooms', 0.1, 'company']
    const passages = [{ title, url: `https://a.example/${title.replaceAll(' ', '-')}`, confidence, topic }]
    const { handoff } = waitingConversation({ key: `k${n}`, startedAt: Math.round(startedAt), openedAt: at })
    const failed = !answeredWell.has(one.matter) || random() < 0.1
    const fired = failed
      ? [
          {
            trigger: 'low-confidence',
            kind: 'failure' as const,
            reason: '',
            evidence: { score: confidence, threshold: 0.6 },
          },
        ]
      : []
    turns.push({
      threadId: handoff.threadId,
      conversationId: handoff.conversationId,
      at,
      configVersion: 'v1',
      channel: 'standard',
      language: one.language,
      messages: [one.asked],
      earlier: [],
      passages,
      fired,
      did: failed ? 'handed-off' : 'answered',
      ...(failed && { handoffId: handoff.id }),
    })
    if (!failed) continue
    const team = random() < 0.6 ? 'care' : 'billing'
    const isHole = team === 'billing' && new Date(at).getUTCDay() === 2 && [10, 11].includes(new Date(at).getUTCHours())
    const firstClaimedAt = at + long(isHole ? 4 * minute * hole : 4 * minute)
    const endedAt = firstClaimedAt + long((one.matter === 'where-parcel' ? 20 : 8) * minute)
    handoffs.push({
      ...handoff,
      brief: {
        ...handoff.brief,
        summary: `The customer wrote: "${one.asked}".`,
        tried: passages.map((passage) => ({ action: 'found-article' as const, at, ...passage })),
      },
      team,
      kind: 'failure',
      trigger: 'low-confidence',
      topic,
      fired,
      language: one.language,
      rule: pick(['default', 'disputed charges']),
      customerId: `u${Math.floor(random() * 400)}`,
      transfers: random() < 0.06 ? 1 : 0,
      agentId: pick(['ann', 'ben', 'cem']),
      firstClaimedAt,
      claimedAt: firstClaimedAt,
      firstReplyAt: firstClaimedAt + long(minute),
      ...(random() < 0.95 && {
        endedAt,
        status: 'closed' as const,
        outcome: pick(['solved', 'solved', 'solved', 'unsolved']),
      }),
    })
  }
  return { handoffs, turns }
}
