import type { TransactWriteItemsCommandInput } from '@aws-sdk/client-dynamodb'
import type { Violation } from './happened.ts'
import { type Item, textOf } from './table/attribute.ts'

interface Kept {
  readonly pk: string
  readonly sk: string
  readonly text: string
  /** Of a message: its conversation. */
  readonly conversation: string
  /** When it was written, really. */
  readonly at: number
  /** Counted in effects. */
  readonly effect: number
}

/**
 * Follows every message and handoff as it is written: what was written once stays, as it was and in its order, and the
 * customer is told of a handoff in the same write that makes it, and at no other time.
 */
export class MessageWatch {
  readonly violations: Violation[] = []
  readonly #now: () => number
  /** When a thread was erased last. */
  readonly #erasedAt: (threadId: string) => number
  readonly #kept = new Map<string, Kept[]>()
  readonly #teams = new Map<string, string>()
  effects = 0

  constructor(now: () => number, erasedAt: (threadId: string) => number = () => 0) {
    this.#now = now
    this.#erasedAt = erasedAt
  }

  wrote({ TransactItems = [] }: TransactWriteItemsCommandInput): void {
    this.effects += 1
    const puts = TransactItems.flatMap(({ Put }) => (Put?.Item ? [Put.Item] : []))
    const keys = TransactItems.map(({ Put, Update }): Item => Put?.Item ?? Update?.Key ?? {})
    this.#checkNotices(puts, keys)
    for (const item of puts) if (isKept(item)) this.#keep(item)
  }

  /** Messages of a conversation that were there when so much had been written. */
  readonly ofConversation = (conversationId: string, effect: number): readonly string[] => {
    const [threadId, n] = conversationId.split('.')
    const all = this.#ofThread(`THREAD#${threadId}`)
    const own = all.filter(({ conversation }) => conversation === n)
    return own
      .filter((one) => one.sk.startsWith('MSG#') && one.effect <= effect)
      .map(({ sk }) => sk.split('#')[2] ?? '')
  }

  /** What is not there any more as it was written, though nobody erased it since. */
  missing(find: (pk: string, sk: string) => Item | undefined): readonly Violation[] {
    return [...this.#kept.keys()].flatMap(this.#ofThread).flatMap(({ pk, sk, text }): Violation[] => {
      const found = find(pk, sk)
      if (!found) return [{ promise: 'lost', what: `${pk} ${sk} is gone: ${text}` }]
      return textOf(found.text) === text
        ? []
        : [{ promise: 'unexpected', what: `${pk} ${sk} says something else: ${text}` }]
    })
  }

  /** As far as nobody erased it. */
  readonly #ofThread = (pk: string): readonly Kept[] => {
    const erasedAt = this.#erasedAt(pk.slice('THREAD#'.length))
    return (this.#kept.get(pk) ?? []).filter(({ at }) => at > erasedAt)
  }

  #keep(item: Item): void {
    const [pk, sk, text] = [textOf(item.pk), textOf(item.sk), textOf(item.text)]
    const thread = this.#kept.get(pk) ?? []
    this.#kept.set(pk, thread)
    const last = thread.findLast((one) => one.sk.startsWith('MSG#'))
    if (sk.startsWith('MSG#') && last && timeIn(sk) <= timeIn(last.sk))
      this.violations.push({ promise: 'order', thread: pk, what: `written into the past: ${text}` })
    thread.push({ pk, sk, text, conversation: textOf(item.conversation), at: this.#now(), effect: this.effects })
  }

  #checkNotices(puts: readonly Item[], keys: readonly Item[]): void {
    const notices = puts.filter((item) => textOf(item.author?.M?.kind) === 'system')
    const opened = puts.filter((item) => textOf(item.sk).startsWith('HANDOFF#'))
    const entered = puts.filter((item) => textOf(item.pk).startsWith('LINE#') && textOf(item.sk).startsWith('W#'))
    const broken = (what: string) => this.violations.push({ promise: 'notice', what })
    for (const { pk, id } of opened) {
      if (notices.filter((notice) => textOf(notice.pk) === textOf(pk)).length !== 1)
        broken(`${textOf(id)}: not told once`)
      if (entered.filter(({ handoffId }) => textOf(handoffId) === textOf(id)).length !== 1)
        broken(`${textOf(id)}: entered no line`)
    }
    for (const { pk, text } of notices)
      if (!keys.some((key) => textOf(key.pk) === textOf(pk) && textOf(key.sk).startsWith('HANDOFF#')))
        broken(`${textOf(pk)} told of nothing: ${textOf(text)}`)
    for (const item of entered)
      if (this.#changesTeam(item) && notices.length !== 1) broken(`${textOf(item.handoffId)}: moved in silence`)
  }

  #changesTeam({ handoffId, pk }: Item): boolean {
    const [id, team] = [textOf(handoffId), textOf(pk)]
    const before = this.#teams.get(id) ?? team
    this.#teams.set(id, team)
    return before !== team
  }
}

const isKept = ({ sk }: Item): boolean => textOf(sk).startsWith('MSG#') || textOf(sk).startsWith('HANDOFF#')
const timeIn = (sk: string): number => Number(sk.split('#')[1])
