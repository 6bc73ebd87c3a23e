import type { Key } from '#shared/aws/dynamo-keys.ts'

export type Stored = Readonly<Record<string, unknown>>

const nameOf = ({ pk, sk }: Key): string => `${pk}\n${sk}`

/** Records by key, in key order; what goes in and comes out is copied, as it is over a wire. */
export class MemoryTable {
  readonly #records = new Map<string, { readonly key: Key; readonly fields: string }>()

  get<T = Stored>(key: Key): T | undefined {
    const found = this.#records.get(nameOf(key))
    return found && JSON.parse(found.fields)
  }

  put(key: Key, fields: object): void {
    this.#records.set(nameOf(key), { key, fields: JSON.stringify(fields) })
  }

  remove(key: Key): void {
    this.#records.delete(nameOf(key))
  }

  /** Every record of a partition whose sort key begins so, in order, with its sort key. */
  query<T>(pk: string, prefix: string): readonly { readonly sk: string; readonly fields: T }[] {
    return [...this.#records.values()]
      .filter(({ key }) => key.pk === pk && key.sk.startsWith(prefix))
      .sort((a, b) => (a.key.sk < b.key.sk ? -1 : 1))
      .map(({ key, fields }) => ({ sk: key.sk, fields: JSON.parse(fields) as T }))
  }

  /** Every record of the table whose keys begin so. */
  scan<T>(pkPrefix: string, skPrefix: string): readonly T[] {
    return [...this.#records.values()]
      .filter(({ key }) => key.pk.startsWith(pkPrefix) && key.sk.startsWith(skPrefix))
      .map(({ fields }) => JSON.parse(fields) as T)
  }

  /** All there is, to compare before and after. */
  snapshot(): Readonly<Record<string, unknown>> {
    return Object.fromEntries([...this.#records].sort().map(([name, { fields }]) => [name, JSON.parse(fields)]))
  }
}
