import type { Executed } from './simulated-calls.ts'

const readUnitBytes = 4_096

/** What a door did: each of its calls by operation, and what its reads came to. */
export interface Counted {
  readonly byOperation: Readonly<Record<string, number>>
  readonly items: number
  /** Strongly consistent. */
  readonly readUnits: number
}

interface TableAnswer {
  readonly Item?: unknown
  readonly Items?: readonly unknown[]
  readonly Responses?: Readonly<Record<string, readonly unknown[]>>
}

const reads = new Set(['GetItem', 'BatchGetItem', 'Query'])

const units = (things: readonly unknown[]): number =>
  Math.max(
    1,
    Math.ceil(things.reduce((sum: number, one) => sum + Buffer.byteLength(JSON.stringify(one)), 0) / readUnitBytes),
  )

/** Counts the calls of all doors between two looks; what the platform does for them is not theirs. */
export class CallCount {
  readonly #calls: Executed[] = []

  readonly executed = (executed: Executed): void => void this.#calls.push(executed)

  /** Since the last look. */
  taken(): Counted {
    const calls = this.#calls.splice(0)
    const byOperation: Record<string, number> = {}
    let [items, readUnits] = [0, 0]
    for (const { call, reply } of calls) {
      const name = `${call.door} ${call.operation}`
      byOperation[name] = (byOperation[name] ?? 0) + 1
      if (!reads.has(call.operation)) continue
      const { Item, Items = [], Responses = {} } = JSON.parse(reply.body) as TableAnswer
      const queried = Item === undefined ? Items : [Item]
      const batched = Object.values(Responses).flat()
      items += queried.length + batched.length
      // A page is rounded up as a whole, the items of a batch each for itself.
      readUnits +=
        call.operation === 'BatchGetItem' ? batched.reduce((sum: number, one) => sum + units([one]), 0) : units(queried)
    }
    return { byOperation, items, readUnits }
  }
}
