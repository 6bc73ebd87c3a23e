import type { TransactWriteItemsCommandInput } from '@aws-sdk/client-dynamodb'
import type { Violation } from './check.ts'
import { type Item, textOf } from './table/attribute.ts'

/** A conversation as it comes to a team's line: since when it lasts, and since when it stands there. */
export interface Arrival {
  readonly id: string
  readonly team: string
  readonly startedAt: number
  readonly queuedAt: number
}

/** An agent of a team took the next conversation. */
export interface Asking {
  readonly at: number
  readonly team: string
}

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
  readonly arrivals: Arrival[] = []
  readonly askings: Asking[] = []
  readonly #now: () => number
  #effects = 0
  readonly #waiting = new Map<string, Map<string, Place>>()
  readonly #held = new Map<string, string>()
  readonly #looked = new Map<number, number>()

  constructor(now: () => number) {
    this.#now = now
  }

  get claims(): number {
    return this.askings.length
  }

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
    for (const item of of('W#', true)) this.#arrived(item)
    for (const item of of('W#', true))
      this.#line(item).set(textOf(item.sk), { key: textOf(item.sk), since: this.#effects })
    for (const item of leased) this.#hold(item)
  }

  #arrived(item: Item): void {
    const id = conversationOf(item)
    this.#held.delete(id)
    this.arrivals.push({ id, team: teamOf(item), startedAt: Number(textOf(item.startedAt)), queuedAt: this.#now() })
  }

  #claimed(invocation: number, item: Item): void {
    this.askings.push({ at: this.#now(), team: teamOf(item) })
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

const teamOf = (item: Item): string => textOf(item.pk).slice('LINE#'.length)
