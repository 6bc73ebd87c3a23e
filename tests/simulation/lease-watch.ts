import type { TransactWriteItem } from '@aws-sdk/client-dynamodb'
import type { Executed } from './simulated-calls.ts'
import { type Item, textOf } from './table/attribute.ts'

/** A lease that ran out: how long after its end, by the provider's clock, its conversation stood in line again. */
export interface Orphan {
  readonly thread: string
  readonly agent: string
  readonly at: number
  /** Negative: before its end. */
  readonly lateMs: number
}

interface Hold {
  readonly agent: string
  readonly from: number
  /** Counted in effects; undefined while it lasts. */
  to?: number
}

/** Follows who holds each conversation, and until when by no door's clock, transaction by transaction. */
export class LeaseWatch {
  readonly orphans: Orphan[] = []
  /** Transactions so far. */
  effects = 0
  readonly #now: () => number
  readonly #leaseMs: number
  readonly #holds = new Map<string, Hold[]>()
  readonly #ends = new Map<string, number>()
  readonly #done = new Set<string>()

  constructor(now: () => number, leaseMs: number) {
    this.#now = now
    this.#leaseMs = leaseMs
  }

  /** When the lease ends that was given or renewed last; undefined without one. */
  endOf(thread: string): number | undefined {
    return this.#ends.get(thread)
  }

  /** Whether the agent held it at any moment between these two counts of effects. */
  held(thread: string, agent: string, from: number, to: number): boolean {
    return (this.#holds.get(thread) ?? []).some(
      (hold) => hold.agent === agent && hold.from <= to && (hold.to ?? to) >= from,
    )
  }

  readonly executed = ({ call, input, reply }: Executed): void => {
    if (call.operation !== 'TransactWriteItems' || reply.status !== 200) return
    const { TransactItems = [], ClientRequestToken = '' } = input as {
      readonly TransactItems?: readonly TransactWriteItem[]
      readonly ClientRequestToken?: string
    }
    // The same token again did nothing.
    if (this.#done.has(ClientRequestToken)) return
    this.#done.add(ClientRequestToken)
    this.effects += 1
    const puts = TransactItems.flatMap(({ Put }) => (Put?.Item ? [Put.Item] : []))
    const expired = TransactItems.some(({ Update }) => Update?.UpdateExpression?.includes('expiries'))
    for (const item of puts.filter((one) => isPlace(one, 'W#'))) this.#back(threadOf(item), expired)
    for (const item of puts.filter((one) => isPlace(one, 'L#'))) this.#leased(threadOf(item), textOf(item.agentId))
    for (const { Update, Delete } of TransactItems) {
      if (Delete?.Key && isPlace(Delete.Key, 'L#') && !puts.some((one) => isPlace(one, 'L#')))
        this.#ends.delete(threadOf(Delete.Key))
      const status = textOf(Update?.ExpressionAttributeValues?.[':to_status'])
      const thread = textOf(Update?.Key?.pk).slice('THREAD#'.length)
      if (status === 'closed' || status === 'assistant') this.#end(thread)
    }
  }

  #leased(thread: string, agent: string): void {
    this.#ends.set(thread, this.#now() + this.#leaseMs)
    const holds = this.#holds.get(thread) ?? []
    this.#holds.set(thread, holds)
    const last = holds.at(-1)
    if (last?.to !== undefined || last?.agent !== agent) holds.push({ agent, from: this.effects })
  }

  #back(thread: string, expired: boolean): void {
    const [end, agent = ''] = [this.#ends.get(thread), this.#holds.get(thread)?.at(-1)?.agent]
    if (expired && end !== undefined) this.orphans.push({ thread, agent, at: this.#now(), lateMs: this.#now() - end })
    this.#end(thread)
  }

  #end(thread: string): void {
    this.#ends.delete(thread)
    const last = this.#holds.get(thread)?.at(-1)
    if (last && last.to === undefined) last.to = this.effects
  }
}

const isPlace = (item: Item, prefix: string): boolean =>
  textOf(item.pk).startsWith('LINE#') && textOf(item.sk).startsWith(prefix)

const threadOf = (item: Item): string => (textOf(item.sk).split('#')[2] ?? '').split('.')[0] ?? ''
