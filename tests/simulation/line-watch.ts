import type { TransactWriteItemsCommandInput } from '@aws-sdk/client-dynamodb'
import type { Violation } from './check.ts'
import { type Item, textOf } from './table/attribute.ts'

interface Place {
  readonly key: string
  /** When it came into the line, counted in effects. */
  readonly since: number
}

/**
 * Follows every team's line write by write. A claim has to take the first of all that stood there since before it last
 * looked; nobody may be taken who is held.
 */
export class LineWatch {
  readonly violations: Violation[] = []
  claims = 0
  #effects = 0
  readonly #waiting = new Map<string, Map<string, Place>>()
  readonly #held = new Map<string, string>()
  readonly #looked = new Map<number, number>()

  /** A door looked at a line. */
  looked(invocation: number): void {
    this.#looked.set(invocation, this.#effects)
  }

  /** A transaction took effect. */
  wrote(invocation: number, { TransactItems = [] }: TransactWriteItemsCommandInput): void {
    this.#effects += 1
    const parts = TransactItems.flatMap(({ Put, Delete }) =>
      Put ? [{ puts: true, item: Put.Item ?? {} }] : Delete ? [{ puts: false, item: Delete.Key ?? {} }] : [],
    )
    const of = (prefix: string, puts: boolean) =>
      parts.filter((part) => part.puts === puts && isPlace(part.item, prefix)).map(({ item }) => item)
    const [left, leased] = [of('W#', false), of('L#', true)]
    if (leased.length > 0 && left.length > 0) for (const item of left) this.#claimed(invocation, item)
    for (const item of left) this.#line(item).delete(textOf(item.sk))
    for (const item of of('W#', true)) this.#held.delete(conversationOf(item))
    for (const item of of('W#', true))
      this.#line(item).set(textOf(item.sk), { key: textOf(item.sk), since: this.#effects })
    for (const item of leased) this.#hold(item)
  }

  #claimed(invocation: number, item: Item): void {
    this.claims += 1
    const looked = this.#looked.get(invocation) ?? this.#effects
    const own = textOf(item.sk)
    const passed = [...this.#line(item).values()].filter(({ key, since }) => key < own && since <= looked)
    for (const { key } of passed) this.violations.push({ promise: 'order', what: `${own} claimed before ${key}` })
  }

  #hold(item: Item): void {
    const [id, agent] = [conversationOf(item), textOf(item.agentId)]
    const holder = this.#held.get(id)
    if (holder !== undefined && holder !== agent)
      this.violations.push({ promise: 'duplicate', what: `${id} claimed by ${agent} while ${holder} held it` })
    this.#held.set(id, agent)
  }

  #line(item: Item): Map<string, Place> {
    const pk = textOf(item.pk)
    const line = this.#waiting.get(pk) ?? new Map<string, Place>()
    this.#waiting.set(pk, line)
    return line
  }
}

const isPlace = (item: Item, prefix: string): boolean =>
  textOf(item.pk).startsWith('LINE#') && textOf(item.sk).startsWith(prefix)

const conversationOf = (item: Item): string => textOf(item.sk).split('#')[2] ?? ''
