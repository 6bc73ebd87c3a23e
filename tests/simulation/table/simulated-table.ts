import { byCustomerIndex, listsIndex } from '#shared/aws/dynamo-keys.ts'
import { bytesOf, type Item, textOf } from './attribute.ts'
import type { KeyRange } from './key-range.ts'
import { Partition } from './partition.ts'
import { TableError } from './table-error.ts'

const indexes = [
  { name: listsIndex, hash: 'listKey', range: 'listSort' },
  { name: byCustomerIndex, hash: 'customerId', range: 'sk' },
] as const
type Index = (typeof indexes)[number]

/** Separates a sort key of an index from the item's own key, which makes it unique. */
const apart = '\u0000'

export interface Page {
  readonly items: readonly Item[]
  readonly last?: Item
}

export interface Walk {
  readonly index?: string | undefined
  readonly range: KeyRange
  readonly forward: boolean
  readonly limit: number
  readonly after?: Item | undefined
}

const pageBytes = 1_048_576

interface Stored {
  readonly item: Item
  readonly bytes: number
}

/** One table in memory, with its indexes, which follow only after a while. */
export class SimulatedTable {
  readonly #partitions = new Map<string, Partition<Stored>>()
  readonly #lists = new Map<string, Map<string, Partition<Item>>>(indexes.map(({ name }) => [name, new Map()]))
  readonly #late: { readonly at: number; readonly apply: () => void }[] = []
  /** Counts what was written: a repeated request that changed nothing is told from its first. */
  writes = 0
  readonly #now: () => number
  /** How long an index takes to follow. */
  readonly #indexLagMs: number

  constructor(now: () => number, indexLagMs = 0) {
    this.#now = now
    this.#indexLagMs = indexLagMs
  }

  get(pk: string, sk: string): Item | undefined {
    return this.#partitions.get(pk)?.get(sk)?.item
  }

  put(item: Item): void {
    this.writes += 1
    const bytes = bytesOf(item)
    const [pk, sk] = [textOf(item.pk), textOf(item.sk)]
    const partition = this.#partitions.get(pk) ?? new Partition<Stored>()
    this.#partitions.set(pk, partition)
    this.#follow(partition.get(sk)?.item, item)
    partition.set(sk, { item, bytes })
  }

  delete(pk: string, sk: string): void {
    const partition = this.#partitions.get(pk)
    const old = partition?.get(sk)?.item
    if (!partition || !old) return
    this.writes += 1
    this.#follow(old, undefined)
    partition.delete(sk)
    if (partition.size === 0) this.#partitions.delete(pk)
  }

  /** A page of at most a mebibyte; `last` where it did not come to the end. */
  walk(walk: Walk): Page {
    this.#catchUp()
    return walk.index === undefined ? this.#walkTable(walk) : this.#walkIndex(walk, walk.index)
  }

  /** Everything there is, for whoever checks it. */
  *everything(): Generator<Item> {
    for (const partition of this.#partitions.values())
      for (const [, { item }] of partition.walk({ partition: '', from: '', beyond: false, reaches: () => true }, true))
        yield item
  }

  #walkTable({ range, forward, limit, after }: Walk): Page {
    const items: Item[] = []
    let bytes = 0
    for (const [, stored] of this.#partitions.get(range.partition)?.walk(range, forward, after && textOf(after.sk)) ??
      []) {
      if (items.length === limit || bytes > pageBytes) return paged(items, keyOf)
      items.push(stored.item)
      bytes += stored.bytes
    }
    // As DynamoDB does: a page that is just full may have nothing after it, and still says where it ended.
    return items.length === limit ? paged(items, keyOf) : { items }
  }

  #walkIndex({ range, forward, limit, after }: Walk, name: string): Page {
    const index = indexes.find((one) => one.name === name)
    if (!index) throw new TableError('ValidationException', `there is no index ${name}`)
    const reaches = (key: string) => range.reaches(key.split(apart)[0] ?? '')
    const place = after && placeIn(index, after)
    const items: Item[] = []
    for (const [, item] of this.#lists
      .get(name)
      ?.get(range.partition)
      ?.walk({ ...range, reaches }, forward, place) ?? []) {
      if (items.length === limit) return paged(items, (last) => last)
      items.push(item)
    }
    return items.length === limit ? paged(items, (last) => last) : { items }
  }

  #follow(old: Item | undefined, item: Item | undefined): void {
    for (const index of indexes) {
      if (old?.[index.hash] === undefined && item?.[index.hash] === undefined) continue
      const apply = () => {
        if (old?.[index.hash] !== undefined) this.#listOf(index, old).delete(placeIn(index, old))
        if (item?.[index.hash] !== undefined) this.#listOf(index, item).set(placeIn(index, item), keysIn(index, item))
      }
      if (this.#indexLagMs === 0) apply()
      else this.#late.push({ at: this.#now() + this.#indexLagMs, apply })
    }
  }

  #listOf(index: Index, item: Item): Partition<Item> {
    const lists = this.#lists.get(index.name) ?? new Map<string, Partition<Item>>()
    const hash = textOf(item[index.hash])
    const list = lists.get(hash) ?? new Partition<Item>()
    lists.set(hash, list)
    return list
  }

  #catchUp(): void {
    const now = this.#now()
    while (this.#late[0] !== undefined && this.#late[0].at <= now) this.#late.shift()?.apply()
  }
}

const keyOf = ({ pk, sk }: Item): Item => ({ ...(pk && { pk }), ...(sk && { sk }) })

const placeIn = ({ range }: Index, item: Item): string => [item[range], item.pk, item.sk].map(textOf).join(apart)

const keysIn = ({ hash, range }: Index, item: Item): Item =>
  Object.fromEntries([hash, range, 'pk', 'sk'].flatMap((name) => (item[name] ? [[name, item[name]]] : [])))

const paged = (items: readonly Item[], key: (last: Item) => Item): Page => {
  const last = items.at(-1)
  return last ? { items, last: key(last) } : { items }
}
