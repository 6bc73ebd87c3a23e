import type { TransactWriteItemsCommandInput, Update } from '@aws-sdk/client-dynamodb'
import type { Moves, Violation } from './happened.ts'
import { type Item, textOf } from './table/attribute.ts'

/** A conversation as it comes to a team's line: since when it lasts, and since when it stands there. */
export interface Arrival {
  readonly id: string
  readonly team: string
  readonly startedAt: number
  /** When it began, less its head start: what the order goes by. */
  readonly place: number
  readonly queuedAt: number
  /** Its place among everything that happened to the lines. */
  readonly order: number
}

/** An agent of a team took the next conversation: told of the moment when it last looked at the line. */
export interface Asking {
  /** The conversation that was taken. */
  readonly id: string
  readonly at: number
  /** What had happened to the lines before it looked. */
  readonly order: number
  readonly team: string
}

interface Look {
  readonly at: number
  readonly effects: number
}

interface Place {
  readonly key: string
  /** When it came into the line, counted in effects. */
  readonly since: number
}

interface Part {
  readonly puts: boolean
  readonly item: Item
}

/**
 * Follows every team's line write by write. A claim has to take the first of all that stood there since before it last
 * looked; nobody may be taken who is held, and nobody comes back to another place than their own.
 */
export class LineWatch {
  readonly violations: Violation[] = []
  readonly arrivals: Arrival[] = []
  readonly askings: Asking[] = []
  readonly moves = new Map<string, Moves>()
  readonly #now: () => number
  #effects = 0
  readonly #waiting = new Map<string, Map<string, Place>>()
  readonly #held = new Map<string, string>()
  readonly #looked = new Map<number, Look>()
  readonly #places = new Map<string, string>()

  constructor(now: () => number) {
    this.#now = now
  }

  get claims(): number {
    return this.askings.length
  }

  /** A door looked at a line. */
  looked(invocation: number): void {
    this.#looked.set(invocation, this.#look())
  }

  /** One item was written alone: a line changes only together with everything that says the same. */
  wroteAlone(operation: string, { pk, sk }: Item): void {
    if (textOf(pk).startsWith('LINE#'))
      this.violations.push({ promise: 'bookkeeping', what: `${operation} of ${textOf(pk)} ${textOf(sk)} alone` })
  }

  /** A transaction took effect. */
  wrote(invocation: number, { TransactItems = [] }: TransactWriteItemsCommandInput): void {
    this.#effects += 1
    const parts = TransactItems.flatMap(({ Put, Delete }): Part[] =>
      Put ? [{ puts: true, item: Put.Item ?? {} }] : Delete ? [{ puts: false, item: Delete.Key ?? {} }] : [],
    )
    const of = (prefix: string, puts: boolean) =>
      parts.filter((part) => part.puts === puts && isPlace(part.item, prefix)).map(({ item }) => item)
    const [left, leased, entered] = [of('W#', false), of('L#', true), of('W#', true)]
    for (const { Update } of TransactItems)
      if (ends(Update)) this.#held.delete(textOf(Update?.Key?.pk).slice('THREAD#'.length))
    for (const item of leased) this.#leased(invocation, item, left, of('L#', false))
    for (const item of left) this.#line(item).delete(textOf(item.sk))
    for (const item of entered) this.#arrived(item)
    for (const item of entered) this.#line(item).set(textOf(item.sk), { key: textOf(item.sk), since: this.#effects })
  }

  #look(): Look {
    return { at: this.#now(), effects: this.#effects }
  }

  #arrived(item: Item): void {
    const [id, startedAt] = [conversationOf(item), textOf(item.startedAt)]
    const place = textOf(item.sk).split('#')[1] ?? ''
    this.#held.delete(threadOf(id))
    this.arrivals.push({
      id,
      team: teamOf(item),
      startedAt: Number(startedAt),
      place: Number(place),
      queuedAt: this.#now(),
      order: this.#effects,
    })
    // Of the handoff and of its conversation: a second handoff finds the same place. Whoever was erased begins again
    // under the same conversation id, at another time.
    for (const whose of [textOf(item.handoffId), `${id} ${startedAt}`]) {
      const own = this.#places.get(whose) ?? place
      if (own !== place)
        this.violations.push({ promise: 'order', what: `${id} lost its place: ${own} became ${place}` })
      this.#places.set(whose, own)
    }
    this.#moved(item, ({ arrivals }) => ({ arrivals: arrivals + 1 }))
  }

  /** A lease begins with leaving the line, or follows on one's own. */
  #leased(invocation: number, item: Item, left: readonly Item[], ended: readonly Item[]): void {
    const [id, agent] = [conversationOf(item), textOf(item.agentId)]
    const place = left.find((one) => conversationOf(one) === id)
    const holder = this.#held.get(threadOf(id))
    if (holder !== undefined && holder !== agent) this.#duplicate(`${id} claimed by ${agent} while ${holder} held it`)
    else if (place === undefined && (holder === undefined || !ended.some((one) => conversationOf(one) === id)))
      this.#duplicate(`${id} held by ${agent} and taken from no line`)
    else if (place !== undefined && holder !== undefined)
      this.#duplicate(`${id} claimed again by ${agent}, who holds it`)
    this.#held.set(threadOf(id), agent)
    if (place) this.#claimed(invocation, place, item)
  }

  #claimed(invocation: number, place: Item, lease: Item): void {
    const { at, effects: looked } = this.#looked.get(invocation) ?? this.#look()
    this.askings.push({ id: conversationOf(place), at, order: looked, team: teamOf(place) })
    const own = textOf(place.sk)
    const passed = [...this.#line(place).values()].filter(({ key, since }) => key < own && since <= looked)
    for (const { key } of passed) this.violations.push({ promise: 'order', what: `${own} claimed before ${key}` })
    if (teamOf(place) !== teamOf(lease))
      this.violations.push({ promise: 'bookkeeping', what: `${own} taken from another team's line` })
    this.#moved(lease, ({ claims, firstClaimedAt = this.#now() }) => ({ claims: claims + 1, firstClaimedAt }))
  }

  #moved(item: Item, how: (moves: Moves) => Partial<Moves>): void {
    const id = textOf(item.handoffId)
    const moves = this.moves.get(id) ?? { openedAt: this.#now(), arrivals: 0, claims: 0 }
    this.moves.set(id, { ...moves, ...how(moves) })
  }

  #duplicate(what: string): void {
    this.violations.push({ promise: 'duplicate', what })
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

const threadOf = (conversationId: string): string => conversationId.split('.')[0] ?? ''

/** Nobody holds what is over or the assistant's. */
const ends = (update: Update | undefined): boolean =>
  textOf(update?.Key?.sk) === '~STATE' &&
  ['assistant', 'closed'].includes(textOf(update?.ExpressionAttributeValues?.[':to_status']))

const teamOf = (item: Item): string => textOf(item.pk).slice('LINE#'.length)
